namespace Pipeline.Messages;

/// <summary>
/// Whether suggestions still answer the conversation. This is the only place that decides it: what is shown, what is accepted, what is
/// delivered and what is taken back all ask here. A pure function of what the rows say.
/// </summary>
public static class Staleness
{
    /// <summary>Why suggestions must not be used any more; null when they may be.</summary>
    /// <param name="version">The version of the conversation that they answer.</param>
    /// <param name="state">The conversation as it stands now; null when it is not known.</param>
    /// <param name="transferredAt">The place from which another advisor holds it; null when that never changed.</param>
    /// <param name="isOffered">Whether the library still offers what they were made of.</param>
    public static WithdrawalReason? WhyStale(
        SuggestionVersion version, ConversationState? state, string? transferredAt, bool isOffered = true)
    {
        if (state is null)
        {
            return WithdrawalReason.Erased;
        }

        if (state.Closed)
        {
            return WithdrawalReason.Closed;
        }

        if (state.Window.FirstOrDefault(turn => OrderOf(turn) == version.OrderKey) is not { } answered)
        {
            return WithdrawalReason.TooFarBack;
        }

        if (answered.Deleted)
        {
            return WithdrawalReason.MessageDeleted;
        }

        // A head that an older version wrote knows no positions of turns: 0.
        if (answered.Position > version.Position)
        {
            return WithdrawalReason.MessageChanged;
        }

        return WhyOvertaken(version, state)
            ?? (string.CompareOrdinal(transferredAt, version.OrderKey) > 0 ? WithdrawalReason.Transferred
                : isOffered ? null : WithdrawalReason.PhraseRetired);
    }

    /// <summary>The place of a turn.</summary>
    public static string OrderOf(Turn turn) => ConversationKeys.Order(turn.SentAt, turn.MessageId);

    private static WithdrawalReason? WhyOvertaken(SuggestionVersion version, ConversationState state)
    {
        foreach (var turn in state.Window)
        {
            if (turn.Role is SenderRole.Customer or SenderRole.Advisor
                && !turn.Deleted
                && string.CompareOrdinal(OrderOf(turn), version.OrderKey) > 0)
            {
                return turn.Role == SenderRole.Customer ? WithdrawalReason.CustomerWroteAgain : WithdrawalReason.AdvisorAnswered;
            }
        }

        return null;
    }
}
