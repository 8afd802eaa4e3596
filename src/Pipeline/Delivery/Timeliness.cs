using Pipeline.Messages;

namespace Pipeline.Delivery;

/// <summary>Whether an outcome still helps: it may have waited hours for a platform that was down.</summary>
internal static class Timeliness
{
    /// <summary>Why an outcome is not worth delivering any more; null when it is.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="state">The conversation as it stands now; null when it is not known, for it was erased.</param>
    public static string? WhyNot(ConversationEvent outcome, ConversationState? state) => (outcome, state) switch
    {
        (_, null) => "The conversation is not known.",
        (RepliesSuggested, { Closed: true }) => "The conversation is closed.",
        (RepliesSuggested suggested, _) => WhyNotSuggest(suggested, state),

        // A closed conversation needs no advisor; that its place was given back is still told.
        (ConversationRouted { Status: not AssignmentStatus.Released }, { Closed: true }) => "The conversation is closed.",
        _ => null,
    };

    private static string? WhyNotSuggest(RepliesSuggested suggested, ConversationState state)
    {
        if (!state.Window.Any(turn => turn.MessageId == suggested.MessageId))
        {
            return "The answered message was deleted, or lies too far back.";
        }

        var later = state.Window.Where(turn => string.CompareOrdinal(
            ConversationKeys.Order(turn.SentAt, turn.MessageId), suggested.OrderKey) > 0);
        return later.Any(turn => turn.Role is SenderRole.Customer or SenderRole.Advisor)
            ? "The customer has written again, or an advisor has answered."
            : null;
    }
}
