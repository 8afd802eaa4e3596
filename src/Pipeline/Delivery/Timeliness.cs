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

        // A closed conversation needs no advisor; that its place was given back is still told.
        (ConversationRouted { Status: not AssignmentStatus.Released }, { State.Closed: true }) => "The conversation is closed.",
        _ => null,
    };

    private static WithdrawalReason? WhyStale(SuggestionVersion version, ConversationStanding standing) =>
        Staleness.WhyStale(version, standing.State, standing.Assignment?.TransferredAt);
}
