using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>The notes of where rows of a conversation may stand.</summary>
internal sealed class IndicatorNotes(ITables tables)
{
    private const int MaxTries = 10;

    public async Task<IReadOnlyList<IndicatorPlace>> AddAsync(string key, IndicatorPlace[] places, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var (noted, etag) = await ReadAsync(key, cancellationToken);
            var note = IndicatorRows.Note(key);
            var row = new TableRow(note.PartitionKey, note.RowKey, new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Places"] = JsonSerializer.Serialize(
                    (string[])[.. noted.Union(places).Select(place => $"{place.PartitionKey}|{place.RowKey}").Order(StringComparer.Ordinal)],
                    PipelineJson.Default.IReadOnlyListString),
            });
            try
            {
                await tables.ApplyAsync(
                    TableNames.Indicators, note.PartitionKey,
                    [etag is null ? new TableChange.Insert(row) : new TableChange.Replace(row, etag)], cancellationToken);
                return noted;
            }
            catch (TableConflictException)
            {
                // Another run noted or removed meanwhile.
            }
        }

        throw new InvalidOperationException($"The note of '{key}' changed under each of {MaxTries} tries to write it.");
    }

    public async Task<(IReadOnlyList<IndicatorPlace> Places, string? ETag)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var note = IndicatorRows.Note(key);
        return await tables.ReadAsync(TableNames.Indicators, note.PartitionKey, note.RowKey, cancellationToken) is { } row
            ? ([
                .. JsonSerializer.Deserialize(row.Text("Places")!, PipelineJson.Default.IReadOnlyListString)!
                    .Select(line => line.Split('|', 2)).Select(parts => new IndicatorPlace(parts[0], parts[1])),
            ], row.ETag)
            : ([], null);
    }

    public async Task<bool> TryRemoveAsync(string key, string etag, CancellationToken cancellationToken)
    {
        var note = IndicatorRows.Note(key);
        try
        {
            await tables.ApplyAsync(TableNames.Indicators, note.PartitionKey, [new TableChange.Delete(note.RowKey, etag)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}
