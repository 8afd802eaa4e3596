using System.Globalization;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts.Queries;

/// <summary>The rows of a facet over all buckets, in one order.</summary>
internal sealed class FacetPlaces : IPlaces
{
    private readonly RowCursor[] _cursors;
    private readonly int _values;
    private RowCursor? _current;

    /// <summary>Prepares it; nothing is read.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="facet">The facet.</param>
    /// <param name="before">The place before which the rows end; null for the oldest.</param>
    /// <param name="firstPage">How many rows are read first, of each bucket.</param>
    public FacetPlaces(ITables tables, QueryFacet facet, string? before, int firstPage)
    {
        Facet = facet;
        _values = facet.Values.Count;
        _cursors =
        [
            .. IndexKeys.Partitions.SelectMany(partition => facet.Values.Select(value => new RowCursor(tables, partition, value, before, firstPage))),
        ];
    }

    /// <summary>The facet.</summary>
    public QueryFacet Facet { get; }

    /// <inheritdoc/>
    public int RowsRead => _cursors.Sum(cursor => cursor.RowsRead);

    /// <summary>The row of the place that was found last.</summary>
    public TableRow Row => _current!.Row!;

    /// <inheritdoc/>
    public async ValueTask<string?> SeekAsync(string from, CancellationToken cancellationToken)
    {
        if (Array.FindAll(_cursors, cursor => cursor.MustRead(from)) is { Length: > 0 } waiting)
        {
            await Task.WhenAll(waiting.Select(cursor => cursor.SeekAsync(from, cancellationToken)));
        }

        _current = null;
        string? least = null;
        foreach (var cursor in _cursors)
        {
            if (cursor.Place is { } place && (least is null || string.CompareOrdinal(place, least) < 0))
            {
                (least, _current) = (place, cursor);
            }
        }

        return least;
    }

    /// <summary>Reads the first rows after a place in the first bucket: the buckets are alike, as a hash shares conversations out.</summary>
    public Task ProbeAsync(string from, CancellationToken cancellationToken) =>
        Task.WhenAll(Probed.Select(cursor => cursor.SeekAsync(from, cancellationToken)));

    /// <summary>The time of the first row that was probed, in ticks counted down as places count them; null when there was none.</summary>
    public long? FirstTicks => Probed.Where(cursor => cursor.Row is not null).Select(cursor => (long?)TicksOf(cursor.Read[0])).Min();

    /// <summary>How close its rows lie: rows a second in the first bucket, from a time to where the probe reached; 0 when there are none.</summary>
    public double Density(long startTicks) => Probed.Sum(cursor => Density(cursor, startTicks));

    private IEnumerable<RowCursor> Probed => _cursors.Take(_values);

    // Of rows that are all there are, the last does not tell how far they reach: they count as if a year followed without any.
    private static double Density(RowCursor cursor, long startTicks)
    {
        if (cursor.Read is not { Count: > 0 } places)
        {
            return 0;
        }

        var span = TimeSpan.FromTicks(Math.Max(0, TicksOf(places[^1]) - startTicks));
        return places.Count / (span + (cursor.IsEnded ? TimeSpan.FromDays(365) : TimeSpan.FromSeconds(1))).TotalSeconds;
    }

    private static long TicksOf(string place) =>
        place.Length >= NewestFirst.TimeLength ? long.Parse(place.AsSpan(0, NewestFirst.TimeLength), CultureInfo.InvariantCulture) : 0;
}
