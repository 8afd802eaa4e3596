using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Keeps the search index in shape: a job of a timer, and of who erases people.</summary>
public sealed class TranscriptSearchUpkeep(ITables tables, TimeProvider clock) : ITranscriptSearchUpkeep, ITimerJob, IDisposable
{
    /// <summary>How many recent rows make a segment; fewer stay as they are.</summary>
    public const int FlushAtLeast = MergePolicy.Smallest;

    private const int FlushAtMost = 1000;
    private const int MaxRounds = 20;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly IndexStore _store = new(tables);
    private readonly RecentFlush _flush = new(tables, clock);
    private readonly SegmentMerge _merge = new(tables, clock);
    private readonly SegmentDisposal _disposal = new(tables, clock);

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => MaintainAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task MaintainAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            do
            {
                await MergeAsync(cancellationToken);
            }
            while (await _flush.RunAsync(FlushAtLeast, FlushAtMost, cancellationToken) > 0);
            await _disposal.RunAsync(SegmentDisposal.Patience, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task EraseAsync(IReadOnlyCollection<string> conversationKeys, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var chunk in conversationKeys.Distinct(StringComparer.Ordinal).Chunk(ITables.MaxBatch))
            {
                await tables.ApplyAsync(
                    TableNames.Search,
                    RecentConversation.Partition,
                    [.. chunk.Select(key => new TableChange.Upsert(RecentConversation.Removed(key).Row()))],
                    cancellationToken);
            }

            await RewriteAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task MergeAsync(CancellationToken cancellationToken)
    {
        while (MergePolicy.Choose((await _store.ReadAsync(cancellationToken)).State.Segments) is { Count: > 0 } segments
            && await _merge.RunAsync(segments, cancellationToken))
        {
            await _disposal.RunAsync(SegmentDisposal.Patience, cancellationToken);
        }
    }

    // Works off all recent rows, then makes every segment anew that something is gone from. What others were writing meanwhile may hold what is gone:
    // it is given up, and they begin again.
    private async Task RewriteAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            while (await _flush.RunAsync(1, FlushAtMost, cancellationToken) > 0)
            {
            }

            await _disposal.RunAsync(TimeSpan.Zero, cancellationToken);
            var worn = (await _store.ReadAsync(cancellationToken)).State.Segments.Where(segment => segment.Gone > 0).ToList();
            foreach (var segment in worn)
            {
                await _merge.RunAsync([segment.Id], cancellationToken);
            }

            if (worn.Count == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException("The search index changed under each try to erase from it; try again.");
    }
}
