using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Feedback;

namespace Pipeline.Suggestions.Replies;

/// <summary>Tells whether a customer accepted an answer, from what the customer said next.</summary>
internal static class Acceptance
{
    /// <summary>
    /// The customer's next message feels no worse than the answered one, or says that all is well; where none follows, the conversation must
    /// have ended well by itself: closed, and not rated badly. What was never scored tells nothing.
    /// </summary>
    public static bool Of(AnsweredMoment moment, ConversationTranscript transcript) => moment switch
    {
        { After: { } after, Before: { } before } when after >= before => true,
        { After: not null } => IsGlad(Next(moment, transcript)),
        _ => Next(moment, transcript) is null && EndedWell(transcript),
    };

    private static bool IsGlad(TranscriptMessage? message) => message?.Analysis is { Sentiment: Sentiment.Positive };

    private static bool EndedWell(ConversationTranscript transcript) =>
        transcript.State is { Closed: true, Journey.NegativeStreak: 0 }
        && transcript.State.Rating is null or >= ReplyThresholds.LeastRating;

    private static TranscriptMessage? Next(AnsweredMoment moment, ConversationTranscript transcript) => transcript.Messages
        .SkipWhile(message => message.Id != moment.AnswerId)
        .FirstOrDefault(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer, DeletedAt: null });
}
