using System.Collections.Concurrent;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>A scope as its rows have it.</summary>
/// <param name="Scope">Which.</param>
/// <param name="Groups">Its questions.</param>
public sealed record ScopeContent(QuestionScope Scope, IReadOnlyList<QuestionGroup> Groups);

/// <summary>The rows of the register: scopes, sightings, and what people did with questions.</summary>
public sealed class QuestionRows(ITables tables, BesideRows beside)
{
    private const int MaxTries = 20;

    // A scope is listed once and for ever: it need not be written again for every close.
    private readonly ConcurrentDictionary<string, bool> _listed = new(StringComparer.Ordinal);

    /// <summary>Lists scopes, before anything is written in them.</summary>
    public async Task ListScopesAsync(IEnumerable<QuestionScope> scopes, CancellationToken cancellationToken)
    {
        foreach (var scope in scopes.DistinctBy(scope => scope.Number))
        {
            if (!_listed.ContainsKey(scope.Number))
            {
                await tables.ApplyAsync(TableNames.Questions, QuestionScope.Index, [new TableChange.Upsert(scope.ToRow())], cancellationToken);
                _listed[scope.Number] = true;
            }
        }
    }

    /// <summary>Every scope.</summary>
    public async Task<IReadOnlyList<QuestionScope>> ScopesAsync(CancellationToken cancellationToken)
    {
        List<QuestionScope> scopes = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, new TableQuery(QuestionScope.Index), cancellationToken))
        {
            scopes.Add(QuestionScope.Read(row));
        }

        return scopes;
    }

    /// <summary>The scope of a number; null when there is none.</summary>
    public async Task<QuestionScope?> FindScopeAsync(string number, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Questions, QuestionScope.Index, number, cancellationToken) is { } row ? QuestionScope.Read(row) : null;

    /// <summary>All questions of a scope.</summary>
    public async Task<ScopeContent> ReadAsync(QuestionScope scope, CancellationToken cancellationToken)
    {
        List<QuestionCard> cards = [];
        List<Sighting> sightings = [];
        var query = new TableQuery(QuestionScope.PartitionOf(scope.Number));
        await foreach (var row in tables.ReadAllAsync(TableNames.Questions, query, cancellationToken))
        {
            if (row.RowKey.StartsWith(QuestionCard.Prefix, StringComparison.Ordinal))
            {
                cards.Add(QuestionCard.Read(row));
            }
            else
            {
                sightings.Add(Sighting.Read(row, scope));
            }
        }

        return new(scope, QuestionGroups.Of(cards, sightings));
    }

    /// <summary>Writes a sighting that no conversation's close brings. Written again under its id, it is the same one.</summary>
    public async Task AddAsync(Sighting sighting, CancellationToken cancellationToken)
    {
        await ListScopesAsync([sighting.Scope], cancellationToken);
        var row = sighting.ToRow();
        if (sighting.Conversation is { } conversation)
        {
            await beside.NoteAsync(conversation, new(row.PartitionKey, row.RowKey), cancellationToken);
        }

        try
        {
            await tables.ApplyAsync(TableNames.Questions, row.PartitionKey, [new TableChange.Insert(row)], cancellationToken);
        }
        catch (TableConflictException)
        {
            // It was told before: what was told first stands.
        }
    }

    /// <summary>Writes what somebody did with a question.</summary>
    /// <returns>The card with its new version; null when somebody else changed it meanwhile.</returns>
    public async Task<QuestionCard?> TryWriteAsync(QuestionScope scope, QuestionCard card, CancellationToken cancellationToken)
    {
        var row = card.ToRow(QuestionScope.PartitionOf(scope.Number));
        try
        {
            var tags = await tables.ApplyAsync(
                TableNames.Questions,
                row.PartitionKey,
                [card.ETag is { } etag ? new TableChange.Replace(row, etag) : new TableChange.Insert(row)],
                cancellationToken);
            return card with { ETag = tags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <summary>Lets other words stand in for those of a conversation that go, where they are the words of a question that somebody acted on.</summary>
    internal async Task StandInAsync(
        string partition, string conversationKey, IReadOnlyList<string> sightings, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await FindScopeAsync(partition["scope~".Length..], cancellationToken) is not { } scope)
            {
                return;
            }

            var changed = (await ReadAsync(scope, cancellationToken)).Groups
                .Where(group => group.Card is { } card
                    && ((sightings.Contains(card.Id) && card.StandInConversation is null) || card.StandInConversation == conversationKey))
                .Select(group => group.Card! with
                {
                    StandInWording = Other(group, conversationKey)?.Wording,
                    StandInTerms = Other(group, conversationKey)?.Terms ?? [],
                    StandInConversation = Other(group, conversationKey)?.Conversation,
                });
            var written = true;
            foreach (var card in changed.ToList())
            {
                written &= await TryWriteAsync(scope, card, cancellationToken) is not null;
            }

            if (written)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The questions of '{partition}' changed under each of {MaxTries} tries.");
    }

    private static Sighting? Other(QuestionGroup group, string conversationKey) =>
        group.Sightings.FirstOrDefault(sighting => sighting.Conversation != conversationKey);
}
