using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts;

/// <summary>
/// Knows customers who come back by the index of transcripts, which keeps the conversations of a customer under a keyed hash, newest
/// first: nothing more is kept for it, and it is forgotten with the transcripts. Without a key it knows nobody.
/// </summary>
public sealed class ReturningCustomers(ITables tables, ICustomerHashes customers) : IReturningCustomers
{
    // The newest conversations of one customer: the one before this is among them, unless so many run at once.
    private const int Newest = 5;

    /// <inheritdoc/>
    public async Task<string?> FormerAdvisorAsync(Conversation conversation, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (customers.Of(conversation) is not { } hash)
        {
            return null;
        }

        foreach (var place in await NewestAsync(Facets.Customer(hash)!, cancellationToken))
        {
            if (IndexKeys.ConversationOf(place) != conversation.Key
                && await tables.ReadAsync(
                    TableNames.Transcripts, IndexKeys.PartitionOf(IndexKeys.ConversationOf(place)), IndexKeys.RowKey(IndexKeys.All, place), cancellationToken) is { } row
                && SummaryRow.Read(row) is { AdvisorId: { } advisor } summary
                && summary.Brand == conversation.Brand && summary.ClosedAt >= since)
            {
                return advisor;
            }
        }

        return null;
    }

    private async Task<IEnumerable<string>> NewestAsync(string facet, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(IndexKeys.Partitions.Select(partition => tables.QueryAsync(
            TableNames.Transcripts, IndexKeys.Query(partition, facet) with { MaxRows = Newest }, cancellationToken)));
        return pages.SelectMany(page => page.Rows)
            .Select(row => row.RowKey[(facet.Length + 1)..])
            .Order(StringComparer.Ordinal)
            .Take(Newest);
    }
}
