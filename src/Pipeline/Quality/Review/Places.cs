using Pipeline.Ports;

namespace Pipeline.Quality.Review;

/// <summary>Takes rows of the table Reviews away.</summary>
internal static class Places
{
    /// <summary>Removes a row; harmless when it is not there.</summary>
    public static async Task DeleteAsync(ITables tables, string partition, string key, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Reviews, partition, [new TableChange.Delete(key)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
        {
            // Taken away before.
        }
    }
}
