using Pipeline.Messages;

namespace Pipeline.Transcripts.Journey;

/// <summary>Names the course of a conversation.</summary>
public static class ConversationArcs
{
    // A journey that ends above this has ended well; below its opposite, badly.
    private const double Clear = 0.2;

    /// <summary>The course so far.</summary>
    public static ConversationArc Of(EmotionalJourney journey)
    {
        if (journey.Trigger is not { } trigger)
        {
            return journey.Delights.Count > 0 ? ConversationArc.Delight : ConversationArc.Calm;
        }

        var memory = journey.Memory;
        if (journey.Repair is not null)
        {
            return journey.Relapsed && journey.Smoothed < Clear ? ConversationArc.Mixed : ConversationArc.Repair;
        }

        if (memory.FearSince > 0 && (trigger.Emotion == Emotion.Fear || memory.FearSince >= memory.AngerSince) && memory.RageSince < 2)
        {
            return ConversationArc.Worry;
        }

        return journey.Smoothed > Clear ? ConversationArc.Mixed
            : memory.RageSince > 0 ? ConversationArc.RisingAnger
            : ConversationArc.FlatNegative;
    }
}
