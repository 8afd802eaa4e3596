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
    /// <summary>What may be shown; null when the conversation is not known. Two queries.</summary>
    public async Task<DeskView?> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await standings.ReadStandingAsync(conversationKey, cancellationToken) is not { } standing)
        {
            return null;
        }

        var view = new DeskView { Standing = standing, HeldOut = policy.IsHeldOut(conversationKey) };
        var customers = standing.State.Window
            .Where(turn => turn is { Role: SenderRole.Customer, Deleted: false })
            .ToDictionary(Staleness.OrderOf, StringComparer.Ordinal);
        if (customers.Count == 0)
        {
            return view;
        }

        var stored = await StoredSuggestions.FindFromAsync(tables, conversationKey, customers.Keys.Min(StringComparer.Ordinal)!, cancellationToken);
        if (stored.LastOrDefault(set => customers.ContainsKey(set.OrderKey)) is not { } last)
        {
            return view;
        }

        var turn = customers[last.OrderKey];
        var version = new SuggestionVersion(turn.MessageId, last.OrderKey, last.Position);
        view = view with { Version = version, SentAt = turn.SentAt, HeldOut = view.HeldOut || last.HeldOut };
        return view.HeldOut ? view : await ShownAsync(view, last, version, cancellationToken);
    }

    private async Task<DeskView> ShownAsync(
        DeskView view, StoredSuggestions stored, SuggestionVersion version, CancellationToken cancellationToken)
    {
        var assignment = view.Standing.Assignment;
        var audible = policy.Audible(stored.Suggestions, assignment?.AdvisorLevel);
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
            Withdrawn = Staleness.WhyStale(
                version, view.Standing.State, assignment?.TransferredAt, isOffered: offered.Count > 0 || audible.Count == 0),
        };
    }
}
