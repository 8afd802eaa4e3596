using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// The replies that are offered, in memory, by brand and language. They are loaded at first use; once a minute one reader has it looked up which brands
/// changed, and only these are loaded again. Meanwhile readers keep what they have, and the new takes its place at once.
/// </summary>
public sealed class ReplyLibrary : ICandidateSource, IDisposable
{
    private readonly AcceptedReplyStore _store;
    private readonly RefreshedSnapshot<FrozenDictionary<string, Loaded>> _snapshot;

    /// <summary>A library that has read nothing yet.</summary>
    /// <param name="store">Where the replies are.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="logger">Told of loads that failed.</param>
    public ReplyLibrary(AcceptedReplyStore store, TimeProvider clock, ILogger<ReplyLibrary> logger)
    {
        _store = store;
        _snapshot = new(LoadAsync, byDay: false, Ports.TableNames.AcceptedReplies, clock, logger);
    }

    /// <inheritdoc/>
    /// <remarks>Those of the brand alone. Waits only for the very first load.</remarks>
    public async ValueTask<CandidateCollection?> CandidatesAsync(string language, string brand, CancellationToken cancellationToken) =>
        (await _snapshot.ReadAsync(cancellationToken)).TryGetValue(ReplyIdentity.PartitionOf(brand, language), out var loaded) ? loaded.Replies.Candidates : null;

    /// <summary>Whether a suggestion's source is still offered; a source of another kind is not ours to take back: true.</summary>
    /// <param name="source">The source, such as <c>reply:0123456789abcdef</c>.</param>
    /// <param name="language">The language of the suggestion.</param>
    /// <param name="exactly">Whether the table is asked; else what was known within the last minute.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> IsOfferedAsync(string source, string language, bool exactly, CancellationToken cancellationToken)
    {
        if (!source.StartsWith(ReplyIdentity.SourcePrefix, StringComparison.Ordinal))
        {
            return true;
        }

        var id = source[ReplyIdentity.SourcePrefix.Length..];
        return exactly
            ? await _store.IsOfferedAsync(id, language, cancellationToken)
            : (await _snapshot.ReadAsync(cancellationToken)).Values.Any(loaded => loaded.Replies.Language == language && loaded.Replies.Holds(id));
    }

    /// <summary>Lets the next reader start a load: something was changed here.</summary>
    public void Refresh() => _snapshot.Refresh();

    /// <inheritdoc/>
    public void Dispose() => _snapshot.Dispose();

    private async Task<FrozenDictionary<string, Loaded>> LoadAsync(FrozenDictionary<string, Loaded>? before, CancellationToken cancellationToken)
    {
        var partitions = new Dictionary<string, Loaded>(StringComparer.Ordinal);
        foreach (var (brand, language, state) in await _store.StatesAsync(cancellationToken))
        {
            var key = ReplyIdentity.PartitionOf(brand, language);
            var known = before?.GetValueOrDefault(key);
            partitions[key] = known?.State == state
                ? known
                : new(state, ReplySet.Of(language, await _store.ListAsync(brand, language, cancellationToken), known?.Replies));
        }

        return partitions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Loaded(string State, ReplySet Replies);
}
