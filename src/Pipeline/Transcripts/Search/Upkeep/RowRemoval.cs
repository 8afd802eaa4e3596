using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Deletes rows that others may delete or change too.</summary>
internal static class RowRemoval
{
    /// <summary>Deletes rows of one partition.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="sameVersion">Whether a row that has changed since it was read stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task DeleteAsync(
        ITables tables, IReadOnlyList<TableRow> rows, bool sameVersion, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(ITables.MaxBatch))
        {
            TableChange[] changes = [.. chunk.Select(row => new TableChange.Delete(row.RowKey, sameVersion ? row.ETag : null))];
            if (await TryApplyAsync(tables, chunk[0].PartitionKey, changes, cancellationToken) || changes.Length == 1)
            {
                continue;
            }

            foreach (var change in changes)
            {
                await TryApplyAsync(tables, chunk[0].PartitionKey, [change], cancellationToken);
            }
        }
    }

    private static async Task<bool> TryApplyAsync(
        ITables tables, string partition, TableChange[] changes, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Search, partition, changes, cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}
