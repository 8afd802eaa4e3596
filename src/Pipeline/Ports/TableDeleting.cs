namespace Pipeline.Ports;

/// <summary>Removes rows, however often it is begun again.</summary>
public static class TableDeleting
{
    /// <summary>Removes rows of one partition, some of which may be gone already. Not all at once: what a crash leaves, the next call removes.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKeys">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task DeleteAllAsync(
        this ITables tables, string table, string partitionKey, IEnumerable<string> rowKeys, CancellationToken cancellationToken)
    {
        foreach (var batch in rowKeys.Chunk(ITables.MaxBatch))
        {
            try
            {
                await tables.ApplyAsync(table, partitionKey, [.. batch.Select(key => new TableChange.Delete(key))], cancellationToken);
            }
            catch (TableConflictException)
            {
                // One is gone already: each alone.
                foreach (var key in batch)
                {
                    await tables.DeleteIfThereAsync(table, partitionKey, key, cancellationToken);
                }
            }
        }
    }

    /// <summary>Removes a row; one that is not there is left as it is.</summary>
    public static async Task DeleteIfThereAsync(
        this ITables tables, string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(table, partitionKey, [new TableChange.Delete(rowKey)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
        {
            // An earlier try removed it.
        }
    }
}
