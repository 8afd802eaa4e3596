using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Handover.Reading;

namespace Pipeline.Routing.Handover;

/// <summary>
/// Makes the card that the next advisor gets, from the stored transcript, by rules (docs/handover.md). Pure: the same set of messages and the
/// same transfer make the same card.
/// </summary>
public static class HandoverCards
{
    private const int MostNotes = 3;

    /// <summary>The card.</summary>
    /// <param name="transcript">The conversation as it is stored: masked, in order.</param>
    /// <param name="reason">Why it was handed over; null when it was not.</param>
    /// <param name="at">When; null when it was not.</param>
    public static HandoverCard Of(ConversationTranscript transcript, HandoverReason? reason, DateTimeOffset? at)
    {
        var messages = SpokenMessage.In(transcript);
        var cues = HandoverCues.Of(transcript.State.Language);
        return new HandoverCard
        {
            Language = transcript.State.Language,
            Reason = reason,
            At = at,
            Holders = Holders.In(transcript),
            Next = NextOf(transcript.Assignment),
            Tried = TriedSteps.In(messages, cues),
            Told = ToldStatements.In(messages, cues),
            OpenQuestions = OpenQuestions.In(messages, cues),
            Known = KnownFacts.In(transcript, messages),
            Notes = NotesOf(transcript.Notes),
            Mood = MoodOf(transcript, messages),
        };
    }

    private static InternalNote[]? NotesOf(IReadOnlyList<InternalNote>? notes) => notes is null
        ? null
        : [.. notes.TakeLast(MostNotes).Select(note => note with { Question = Quote.Of(note.Question), Answer = Quote.Of(note.Answer) })];

    private static HandoverNext? NextOf(AssignmentView? assignment) => assignment is null
        ? null
        : new(
            assignment.Status == AssignmentStatus.Assigned ? assignment.AdvisorFirstName : null,
            assignment.Decision.Skill,
            assignment.Decision.Level);

    private static HandoverMood MoodOf(ConversationTranscript transcript, IReadOnlyList<SpokenMessage> messages)
    {
        var (journey, story) = (transcript.State.Journey, transcript.Story);
        var trigger = journey.Trigger is { } turn ? messages.FirstOrDefault(message => message.Id == turn.MessageId) : null;
        return new HandoverMood
        {
            Arc = story.Arc,
            Now = journey.Last,
            Cause = journey.Trigger?.Cause,
            TriggerMessageId = journey.Trigger?.MessageId,
            TriggerText = trigger is null ? null : Quote.Of(trigger.Text),
            French = story.French,
            English = story.English,
        };
    }
}
