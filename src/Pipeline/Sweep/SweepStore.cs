using Pipeline.Ports;

namespace Pipeline.Sweep;

/// <summary>What the sweeps of platforms' histories sent of a conversation and have not seen recorded.</summary>
public sealed class SweepStore(ITables tables) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "sweep";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(conversationKey, cancellationToken)).Select(row => KeptItem.Of("fetched message", row))];

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var partition in (await RowsAsync(conversationKey, cancellationToken)).GroupBy(row => row.PartitionKey))
        {
            await tables.DeleteAllAsync(TableNames.Settings, partition.Key, partition.Select(row => row.RowKey), cancellationToken);
        }
    }

    private async Task<List<TableRow>> RowsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        // A key is platform~account~id, and names of accounts hold nothing that keys would write otherwise.
        var parts = conversationKey.Split('~');
        List<TableRow> rows = [];
        if (parts is [var platform, var account, _])
        {
            var query = TableQuery.Prefix(SweepRows.Partition(platform, account), SweepRows.SentPrefix) with
            {
                Filters = new Dictionary<string, object>(StringComparer.Ordinal) { ["Conversation"] = conversationKey },
            };
            await foreach (var row in tables.ReadAllAsync(TableNames.Settings, query, cancellationToken))
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
