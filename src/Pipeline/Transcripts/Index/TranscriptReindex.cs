using Microsoft.Extensions.Logging;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>
/// Makes the index again, slice by slice. It goes through the table of conversations and indexes each as the path does; then through the index, for
/// conversations that are no more. It keeps nothing: where a slice ended is in its continuation, so that whoever asks may go on after any crash.
/// </summary>
public sealed partial class TranscriptReindex(
    ITables tables, ITranscriptIndexer indexer, TimeProvider clock, ILogger<TranscriptReindex> logger) : ITranscriptReindex
{
    private const int AtOnce = 8;

    // Well within what a request may take, whatever is in front of the host.
    private static readonly TimeSpan SliceTime = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<ReindexSlice> RunAsync(string? continuation, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + SliceTime;
        var tally = new Tally();
        var place = continuation is null ? ReindexPlace.Start : ReindexPlace.Read(continuation);
        ReindexPlace? next;
        while ((next = await PageAsync(place, tally, cancellationToken)) is not null && clock.GetUtcNow() < until)
        {
            place = next;
        }

        return new(tally.Indexed, tally.Removed, tally.Failed, next?.Write());
    }

    private Task<ReindexPlace?> PageAsync(ReindexPlace place, Tally tally, CancellationToken cancellationToken) =>
        place.Bucket < 0 ? IndexPageAsync(place, tally, cancellationToken) : CleanPageAsync(place, tally, cancellationToken);

    private async Task<ReindexPlace?> IndexPageAsync(ReindexPlace place, Tally tally, CancellationToken cancellationToken)
    {
        var page = await tables.ScanAsync(TableNames.Conversations, TableQuery.MaxPage, place.Scan, cancellationToken);

        // The rows of a conversation lie side by side: one that goes over the end of a page is done with its first row.
        string[] keys = [.. page.Rows.Select(row => row.PartitionKey).Distinct().Where(key => key != place.Last)];
        await EachAsync(keys, IndexAsync, cancellationToken);
        return page.Continuation is { } scan ? new(-1, keys is [.., var last] ? last : place.Last, scan) : new(0, "", null);

        async ValueTask IndexAsync(string key, CancellationToken token)
        {
            try
            {
                await EarlierIndex.RemoveAsync(tables, key, token);
                if (await indexer.ReindexAsync(key, token))
                {
                    Interlocked.Increment(ref tally.Indexed);
                }
            }
            catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
            {
                // One that cannot be read must not keep all others from being indexed.
                Interlocked.Increment(ref tally.Failed);
                Log.Failed(logger, key, exception);
            }
        }
    }

    private async Task<ReindexPlace?> CleanPageAsync(ReindexPlace place, Tally tally, CancellationToken cancellationToken)
    {
        var query = IndexKeys.Entries(IndexKeys.Partitions[place.Bucket]) with { Continuation = place.Scan };
        var page = await tables.QueryAsync(TableNames.Transcripts, query, cancellationToken);
        await EachAsync([.. page.Rows.Select(row => row.RowKey[IndexKeys.EntryPrefix.Length..])], CleanAsync, cancellationToken);
        return page.Continuation is { } more ? place with { Scan = more }
            : place.Bucket + 1 < IndexKeys.Buckets ? new ReindexPlace(place.Bucket + 1, "", null)
            : null;

        async ValueTask CleanAsync(string key, CancellationToken token)
        {
            if (await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Head, token) is null)
            {
                await indexer.RemoveAsync(key, token);
                Interlocked.Increment(ref tally.Removed);
            }
        }
    }

    private static Task EachAsync(string[] keys, Func<string, CancellationToken, ValueTask> doAsync, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, doAsync);

    private sealed class Tally
    {
        public int Indexed;
        public int Removed;
        public int Failed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Conversation} could not be indexed.")]
        public static partial void Failed(ILogger logger, string conversation, Exception exception);
    }
}
