using Pipeline.Ports;

namespace Pipeline.Protection.Stores;

/// <summary>
/// Who read a conversation. That somebody read, who and when, is kept; what was read stays behind under a keyed hash, so that the entries of an
/// erased conversation still belong together and lead to nobody.
/// </summary>
public sealed class AuditStore(ITables tables, SubjectHashes hashes) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "audit";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(conversationKey, cancellationToken)).Select(row => KeptItem.Of("reading", row))];

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var place = AuditRows.ErasedPrefix + hashes.OfConversation(conversationKey);
        foreach (var row in await RowsAsync(conversationKey, cancellationToken))
        {
            var kept = new TableRow(
                place, row.RowKey, new Dictionary<string, object>(row.Properties, StringComparer.Ordinal) { ["Place"] = place });
            await tables.ApplyAsync(TableNames.Audit, place, [new TableChange.Upsert(kept)], cancellationToken);
            if (AuditRows.OnDay(kept) is { } onDay)
            {
                await tables.ApplyAsync(TableNames.Audit, onDay.PartitionKey, [new TableChange.Upsert(onDay)], cancellationToken);
            }

            await tables.DeleteIfThereAsync(TableNames.Audit, conversationKey, row.RowKey, cancellationToken);
        }
    }

    private async Task<List<TableRow>> RowsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<TableRow> rows = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Audit, new TableQuery(conversationKey), cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
