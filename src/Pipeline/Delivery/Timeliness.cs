using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Delivery;

/// <summary>Whether an outcome still helps: it may have waited hours for a platform that was down.</summary>
internal static class Timeliness
{
    /// <summary>Why an outcome is not worth delivering any more; null when it is.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="standing">The conversation as it stands now; null when it is not known, for it was erased.</param>
    public static string? WhyNot(ConversationEvent outcome, ConversationStanding? standing) => (outcome, standing) switch
    {
        (_, null) => "The conversation is not known.",

        // That nothing is suggested any more is right to say at any time.
        (RepliesSuggested { Suggestions.Count: 0 }, _) => null,
        (RepliesSuggested suggested, _) => WhyStale(suggested.Version, standing) is { } reason ? $"The suggestions are stale: {reason}." : null,
        (SuggestionsWithdrawn withdrawn, _) => WhyNotTakeBack(withdrawn, standing),

        // A closed conversation needs no advisor; that its place was given back is still told.
        (ConversationRouted { Status: not AssignmentStatus.Released }, { State.Closed: true }) => "The conversation is closed.",
        _ => null,
    };

    private static string? WhyNotTakeBack(SuggestionsWithdrawn withdrawn, ConversationStanding standing) =>
        WhyStale(withdrawn.Version, standing) switch
        {
            null => "The suggestions stand again.",
            WithdrawalReason.Closed => "The conversation is closed, which is told by its place that is given back.",
            _ when standing.State.Window.Any(turn => turn is { Role: SenderRole.Customer, Deleted: false }
                && string.CompareOrdinal(Staleness.OrderOf(turn), withdrawn.By) > 0) => "A later message of the customer has the last word.",
            _ => null,
        };

    private static WithdrawalReason? WhyStale(SuggestionVersion version, ConversationStanding standing) =>
        Staleness.WhyStale(version, standing.State, standing.Assignment?.TransferredAt);
}
