using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Speaking;

/// <summary>What an advisor may be shown of a conversation now.</summary>
public sealed record DeskView
{
    /// <summary>Where the conversation stands.</summary>
    public required ConversationStanding Standing { get; init; }

    /// <summary>The version of the conversation that the suggestions answer; null while none were made.</summary>
    public SuggestionVersion? Version { get; init; }

    /// <summary>When the message that they answer was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why they must not be used any more; null while they may be.</summary>
    public WithdrawalReason? Withdrawn { get; init; }

    /// <summary>Whether the conversation is held out.</summary>
    public bool HeldOut { get; init; }

    /// <summary>The suggestions, best first.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];
}

/// <summary>Reads the suggestions of a conversation as they stand: those for its last customer's message that has some.</summary>
public sealed class SuggestionDesk(ITables tables, IStandingReader standings, ISuggestionSources sources, ISpeakingPolicy policy)
{
    /// <summary>Three at most are shown at once.</summary>
    private const int MostBesideHolding = 2;

    /// <summary>What may be shown; null when the conversation is not known. Two queries, and a read while the customer waits.</summary>
    public async Task<DeskView?> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await standings.ReadStandingAsync(conversationKey, cancellationToken) is not { } standing)
        {
            return null;
        }

        var customers = standing.State.Window
            .Where(turn => turn is { Role: SenderRole.Customer, Deleted: false })
            .ToDictionary(Staleness.OrderOf, StringComparer.Ordinal);
        var stored = customers.Count == 0
            ? []
            : await StoredSuggestions.FindFromAsync(
                tables, conversationKey, customers.Keys.Min(StringComparer.Ordinal)!, cancellationToken);
        var last = stored.LastOrDefault(set => customers.ContainsKey(set.OrderKey));
        var view = new DeskView
        {
            Standing = standing,
            HeldOut = last?.HeldOut ?? policy.IsHeldOut(conversationKey),
        };
        if (last is not null)
        {
            var turn = customers[last.OrderKey];
            view = view with { Version = new(turn.MessageId, last.OrderKey, last.Position), SentAt = turn.SentAt };
        }

        return view.HeldOut ? view : await WithHoldingAsync(last is null ? view : await ShownAsync(view, last, cancellationToken), cancellationToken);
    }

    private async Task<DeskView> ShownAsync(DeskView view, StoredSuggestions stored, CancellationToken cancellationToken)
    {
        var assignment = view.Standing.Assignment;
        var audible = await policy.AudibleAsync(
            stored.Suggestions, view.Standing.Conversation.Brand, assignment?.AdvisorLevel, cancellationToken);
        var offered = new List<Suggestion>(audible.Count);
        foreach (var suggestion in audible)
        {
            if (await sources.IsOfferedAsync(suggestion.Source, stored.Language, exactly: false, cancellationToken))
            {
                offered.Add(suggestion);
            }
        }

        return view with
        {
            Suggestions = offered,
            Withdrawn = WhyStale(view.Version!, view.Standing, offered.Count > 0 || audible.Count == 0),
        };
    }

    /// <summary>A holding phrase comes first: while it stands, it is what the moment asks for.</summary>
    private async Task<DeskView> WithHoldingAsync(DeskView view, CancellationToken cancellationToken)
    {
        if (view.Standing.State.WaitingSince is not { } since
            || await Holding.FindAsync(tables, view.Standing.Conversation.Key, since, cancellationToken) is not { } holding
            || WhyStale(holding.Version, view.Standing, await sources.IsOfferedAsync(
                holding.Suggestion.Source, holding.Language, exactly: false, cancellationToken)) is not null)
        {
            return view;
        }

        return view with
        {
            Version = view.Withdrawn is null && view.Version is not null ? view.Version : holding.Version,
            Withdrawn = null,
            Suggestions = [holding.Suggestion, .. view.Withdrawn is null ? view.Suggestions.Take(MostBesideHolding) : []],
        };
    }

    private static WithdrawalReason? WhyStale(SuggestionVersion version, ConversationStanding standing, bool isOffered) =>
        Staleness.WhyStale(version, standing.State, standing.Assignment?.TransferredAt, isOffered);
}
