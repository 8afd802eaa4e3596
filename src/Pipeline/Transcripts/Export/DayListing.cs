using System.Runtime.CompilerServices;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts.Export;

/// <summary>The conversations of some days from the index, newest first, a page of each bucket at a time.</summary>
public sealed class DayListing(ITables tables)
{
    private const int PageSize = 500;

    /// <summary>The conversations that started on these days (UTC).</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; the first that is listed.</param>
    /// <param name="after">The position from which to go on: its own conversation is listed again, none before it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<ConversationSummary> ListAsync(
        DateOnly from, DateOnly to, ExportPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after is { } position && DateOnly.FromDateTime(position.StartedAt.UtcDateTime) is var reached && reached < to)
        {
            to = reached;
        }

        for (var day = to; day >= from; day = day.AddDays(-1))
        {
            await foreach (var row in DayAsync(day, after?.Conversation, cancellationToken))
            {
                yield return SummaryRow.Read(row);
            }
        }
    }

    private async IAsyncEnumerable<TableRow> DayAsync(DateOnly day, string? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<TableRow>[] buckets =
        [
            .. IndexKeys.Partitions("day", IndexKeys.Day(day)).Select(partition => tables
                .ReadAllAsync(TableNames.Transcripts, new TableQuery(partition, from, MaxRows: PageSize), cancellationToken)
                .GetAsyncEnumerator(cancellationToken)),
        ];
        try
        {
            var first = await Task.WhenAll(buckets.Select(async bucket => await bucket.MoveNextAsync() ? bucket : null));
            var heads = new PriorityQueue<IAsyncEnumerator<TableRow>, string>(StringComparer.Ordinal);
            foreach (var bucket in first.OfType<IAsyncEnumerator<TableRow>>())
            {
                heads.Enqueue(bucket, bucket.Current.RowKey);
            }

            while (heads.TryDequeue(out var bucket, out _))
            {
                yield return bucket.Current;
                if (await bucket.MoveNextAsync())
                {
                    heads.Enqueue(bucket, bucket.Current.RowKey);
                }
            }
        }
        finally
        {
            foreach (var bucket in buckets)
            {
                await bucket.DisposeAsync();
            }
        }
    }
}
