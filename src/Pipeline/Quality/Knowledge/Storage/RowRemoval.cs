using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Storage;

/// <summary>Removes rows of the table Questions.</summary>
internal static class RowRemoval
{
    /// <summary>Removes a row; harmless when an earlier try did.</summary>
    public static async Task DeleteAsync(this ITables tables, RowPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Questions, place.PartitionKey, [new TableChange.Delete(place.RowKey)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
        {
            // An earlier try removed it before it stopped.
        }
    }
}
