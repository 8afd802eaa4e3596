using Pipeline.Ports;

namespace Pipeline.Transcripts.Provenance;

/// <summary>
/// The seals of a conversation. They stay when it is opened again; of one that is erased they go, for their partition is its key and their hashes are
/// of its words.
/// </summary>
public sealed class SealStore(ITables tables) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "seals";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(conversationKey, cancellationToken)).Select(row => KeptItem.Of("seal", row))];

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(conversationKey, cancellationToken);
        await tables.DeleteAllAsync(TableNames.Seals, conversationKey, rows.Select(row => row.RowKey), cancellationToken);
    }

    private async Task<List<TableRow>> RowsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<TableRow> rows = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Seals, new TableQuery(conversationKey), cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
