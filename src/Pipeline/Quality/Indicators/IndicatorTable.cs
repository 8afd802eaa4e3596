using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>Writes rows of the table of indicators.</summary>
internal sealed class IndicatorTable(ITables tables)
{
    /// <summary>Marks the day of a conversation as changed; after the change.</summary>
    public Task MarkAsync(DateOnly day, string key, CancellationToken cancellationToken)
    {
        var mark = IndicatorRows.Mark(day, key);
        return WriteAsync(new(mark.PartitionKey, mark.RowKey, new Dictionary<string, object>(StringComparer.Ordinal)), cancellationToken);
    }

    /// <summary>Notes that the customer of a contact may have come back, or certainly did. What is certain stays so.</summary>
    public async Task WriteReturnAsync(CustomerContact contact, string customer, bool certain, CancellationToken cancellationToken)
    {
        var place = IndicatorRows.Return(contact.Day, contact.Key);
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["Key"] = contact.Key, ["Customer"] = customer };
        if (certain || (await tables.ReadAsync(TableNames.Indicators, place.PartitionKey, place.RowKey, cancellationToken))
            ?.Properties.ContainsKey(IndicatorRows.Certain) == true)
        {
            properties[IndicatorRows.Certain] = true;
        }

        await WriteAsync(new(place.PartitionKey, place.RowKey, properties), cancellationToken);
    }

    public Task WriteAsync(TableRow row, CancellationToken cancellationToken) =>
        tables.ApplyAsync(TableNames.Indicators, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);

    public async Task DeleteAsync(IndicatorPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ApplyAsync(TableNames.Indicators, place.PartitionKey, [new TableChange.Delete(place.RowKey)], cancellationToken);
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowMissing)
        {
            // An earlier try removed it before it stopped.
        }
    }
}
