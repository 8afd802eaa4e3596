using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Editing;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// The replies that are offered, in memory, by brand and language. They are loaded at first use; once a minute one reader has it looked up which brands
/// changed, and only these are loaded again. Meanwhile readers keep what they have, and the new takes its place at once.
/// </summary>
public sealed class ReplyLibrary(AcceptedReplyStore store, TimeProvider clock, ILogger<ReplyLibrary> logger) : ICandidateSource, IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile FrozenDictionary<string, Loaded>? _snapshot;
    private long _nextRefresh;

    /// <inheritdoc/>
    /// <remarks>Those of the brand alone. Waits only for the very first load.</remarks>
    public async ValueTask<CandidateCollection?> CandidatesAsync(string language, string brand, CancellationToken cancellationToken) =>
        (await SnapshotAsync(cancellationToken)).TryGetValue(ReplyIdentity.PartitionOf(brand, language), out var loaded) ? loaded.Replies.Candidates : null;

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
            ? await store.IsOfferedAsync(id, language, cancellationToken)
            : (await SnapshotAsync(cancellationToken)).Values.Any(loaded => loaded.Replies.Language == language && loaded.Replies.Holds(id));
    }

    /// <summary>Lets the next reader start a load: something was changed here.</summary>
    public void Refresh() => Interlocked.Exchange(ref _nextRefresh, 0);

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

    private async ValueTask<FrozenDictionary<string, Loaded>> SnapshotAsync(CancellationToken cancellationToken)
    {
        if (_snapshot is not { } snapshot)
        {
            return await LoadFirstAsync(cancellationToken);
        }

        var now = clock.GetUtcNow().UtcTicks;
        var due = Interlocked.Read(ref _nextRefresh);
        var isDue = now >= due || now < due - RefreshInterval.Ticks;
        if (isDue && Interlocked.CompareExchange(ref _nextRefresh, now + RefreshInterval.Ticks, due) == due)
        {
            // Exactly one reader gets here each time, and even it does not wait.
            _ = Task.Run(RefreshAsync, CancellationToken.None);
        }

        return snapshot;
    }

    private async Task<FrozenDictionary<string, Loaded>> LoadFirstAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_snapshot is { } loaded)
            {
                return loaded;
            }

            var snapshot = await LoadAsync(null, cancellationToken);
            Interlocked.Exchange(ref _nextRefresh, clock.GetUtcNow().UtcTicks + RefreshInterval.Ticks);
            return _snapshot = snapshot;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task RefreshAsync()
    {
        await _loading.WaitAsync(CancellationToken.None);
        try
        {
            _snapshot = await LoadAsync(_snapshot, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for this: what is in memory stays, and the next minute tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            SnapshotLog.NotRefreshed(logger, Ports.TableNames.AcceptedReplies, exception);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<FrozenDictionary<string, Loaded>> LoadAsync(FrozenDictionary<string, Loaded>? before, CancellationToken cancellationToken)
    {
        var partitions = new Dictionary<string, Loaded>(StringComparer.Ordinal);
        foreach (var (brand, language, state) in await store.StatesAsync(cancellationToken))
        {
            var key = ReplyIdentity.PartitionOf(brand, language);
            var known = before?.GetValueOrDefault(key);
            partitions[key] = known?.State == state
                ? known
                : new(state, ReplySet.Of(language, await store.ListAsync(brand, language, cancellationToken), known?.Replies));
        }

        return partitions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Loaded(string State, ReplySet Replies);
}
