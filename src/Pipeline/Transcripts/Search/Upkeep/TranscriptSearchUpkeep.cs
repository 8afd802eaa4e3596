using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Keeps the search index in shape: a job of a timer, and of who erases people.</summary>
public sealed class TranscriptSearchUpkeep : ITranscriptSearchUpkeep, ITimerJob, IDisposable
{
    /// <summary>A segment that has been in the making for so long is taken for given up: its writer died, or will find that it may not finish.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const int MaxRounds = 20;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ITables _tables;
    private readonly SearchSizes _sizes;
    private readonly SearchStateStore _store;
    private readonly RecentFlush _flush;
    private readonly SegmentMerge _merge;
    private readonly SegmentDisposal _disposal;

    /// <summary>Keeps the index in some tables.</summary>
    public TranscriptSearchUpkeep(ITables tables, TimeProvider clock)
        : this(tables, clock, SearchSizes.Default)
    {
    }

    /// <summary>Keeps the index in some tables, with rows and segments of other sizes.</summary>
    public TranscriptSearchUpkeep(ITables tables, TimeProvider clock, SearchSizes sizes)
    {
        (_tables, _sizes) = (tables, sizes);
        _store = new(tables);
        _flush = new(tables, clock, sizes);
        _merge = new(tables, clock, sizes);
        _disposal = new(tables, clock);
    }

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
            while (await _flush.RunAsync(_sizes.FlushAtLeast, cancellationToken) > 0);
            await _disposal.RunAsync(Patience, cancellationToken);
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
                await _tables.ApplyAsync(
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
        while (MergePolicy.Choose((await _store.ReadAsync(cancellationToken)).State.Segments, _sizes.FlushAtLeast) is { Count: > 0 } segments
            && await _merge.RunAsync(segments, cancellationToken))
        {
            await _disposal.RunAsync(Patience, cancellationToken);
        }
    }

    // Works off all recent rows, then makes every segment anew that something is gone from. What others were writing meanwhile may hold what is gone:
    // it is given up, and they begin again.
    private async Task RewriteAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            while (await _flush.RunAsync(1, cancellationToken) > 0)
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
