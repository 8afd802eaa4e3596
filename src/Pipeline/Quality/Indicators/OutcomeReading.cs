using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// How a conversation ended for the customer. The first of these that tells: no advisor answered; the rating (4 and 5 are resolved, 1 and 2 are not; 3 tells
/// nothing); the last customer's message says that something still fails, or is plain displeasure; meant thanks or gladness at the end; a mood that turned and
/// was not lifted; one that was. Else it is unknown, and counted as such.
/// </summary>
internal static class OutcomeReading
{
    /// <summary>Valence at or below this is plain displeasure.</summary>
    private const double Displeased = -0.3;

    private static readonly string[] StillFailing = ["failed_steps", "exhausted_steps", "nothing_given", "intends_to_leave", "legal_threat", "broken_promise"];

    public static ConversationOutcome Of(ConversationTranscript transcript)
    {
        var state = transcript.State;
        if (state.AdvisorMessages == 0)
        {
            return ConversationOutcome.Unanswered;
        }

        var last = transcript.Messages.LastOrDefault(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer });
        return OfRating(state.Rating) ?? OfLastWord(last, state.Journey) ?? OfCourse(state.Journey) ?? ConversationOutcome.Unknown;
    }

    private static ConversationOutcome? OfRating(int? rating) => rating switch
    {
        >= 4 => ConversationOutcome.Resolved,
        1 or 2 => ConversationOutcome.Unresolved,
        _ => null,
    };

    private static ConversationOutcome? OfLastWord(TranscriptMessage? last, EmotionalJourney journey)
    {
        if (last?.Analysis is { } analysis
            && (analysis.Valence <= Displeased || analysis.Signals.Any(signal => StillFailing.Contains(signal, StringComparer.Ordinal))))
        {
            return ConversationOutcome.Unresolved;
        }

        return journey.Thanked || journey.Last is Emotion.Gratitude or Emotion.Joy ? ConversationOutcome.Resolved : null;
    }

    private static ConversationOutcome? OfCourse(EmotionalJourney journey) => journey switch
    {
        { Trigger: null } => null,
        { Repair: not null, Relapsed: false } => ConversationOutcome.Resolved,
        _ => ConversationOutcome.Unresolved,
    };
}
