using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>
/// Remembers the time at which each conversation stands in a segment, so that an older version of it is found when it changes or goes. It names every
/// time at which one may stand: most often one, two while a change is being made. A time at which none stands is harmless.
/// </summary>
internal sealed class StandingPlaces(ITables tables)
{
    private const int Buckets = 4;
    private const int AtOnce = 32;

    /// <summary>Reads the rows of conversations, by their key; of those that have one.</summary>
    public async Task<Dictionary<string, StandingPlace>> ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, StandingPlace>(StringComparer.Ordinal);
        foreach (var chunk in keys.Chunk(AtOnce))
        {
            var rows = await Task.WhenAll(chunk.Select(key => tables.ReadAsync(TableNames.Search, Partition(key), key, cancellationToken)));
            foreach (var row in rows.OfType<TableRow>())
            {
                places[row.RowKey] = new(
                    row.RowKey,
                    [.. row.Text("Times")!.Split(' ').Select(time => long.Parse(time, CultureInfo.InvariantCulture))],
                    row.ETag);
            }
        }

        return places;
    }

    /// <summary>Writes rows.</summary>
    /// <returns>The rows with their new versions, by key; null when one of them changed since it was read.</returns>
    public async Task<Dictionary<string, StandingPlace>?> TryWriteAsync(IEnumerable<StandingPlace> places, CancellationToken cancellationToken)
    {
        var written = new Dictionary<string, StandingPlace>(StringComparer.Ordinal);
        foreach (var bucket in places.GroupBy(place => Partition(place.Key)))
        {
            foreach (var chunk in bucket.Chunk(ITables.MaxBatch))
            {
                try
                {
                    var versions = await tables.ApplyAsync(TableNames.Search, bucket.Key, [.. chunk.Select(Change)], cancellationToken);
                    for (var index = 0; index < chunk.Length; index++)
                    {
                        written[chunk[index].Key] = chunk[index] with { ETag = versions[index] };
                    }
                }
                catch (TableConflictException)
                {
                    return null;
                }
            }
        }

        return written;
    }

    private static TableChange Change(StandingPlace place)
    {
        if (place.Times.Count == 0)
        {
            return new TableChange.Delete(place.Key, place.ETag);
        }

        var row = new TableRow(Partition(place.Key), place.Key, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Times"] = string.Join(' ', place.Times.Select(time => time.ToString(CultureInfo.InvariantCulture))),
        });
        return place.ETag is null ? new TableChange.Insert(row) : new TableChange.Replace(row, place.ETag);
    }

    private static string Partition(string key) =>
        string.Create(CultureInfo.InvariantCulture, $"place!{StableHash.Of(key) % Buckets}");
}

/// <summary>Where a conversation may stand.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Times">The times of its places; none to forget it.</param>
/// <param name="ETag">The version of the row; null when there is none yet.</param>
internal sealed record StandingPlace(string Key, IReadOnlyList<long> Times, string? ETag);
