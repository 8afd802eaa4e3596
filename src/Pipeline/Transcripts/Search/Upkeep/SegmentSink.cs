using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Writes rows of one partition in as few batches as they take.</summary>
internal sealed class SegmentSink(ITables tables, string partition)
{
    // Azure takes 4 MiB a request; the rows travel as JSON, which for these is less than their size as Azure counts it.
    private const int MaxBytes = 3 * 1024 * 1024;

    private readonly List<TableChange> _changes = [];
    private int _bytes;

    /// <summary>Writes rows, or keeps them for a batch that is full.</summary>
    public async Task AddAsync(IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            var bytes = TableLimits.RowBytes(row);
            if (_changes.Count == ITables.MaxBatch || (_changes.Count > 0 && _bytes + bytes > MaxBytes))
            {
                await FlushAsync(cancellationToken);
            }

            _changes.Add(new TableChange.Upsert(row));
            _bytes += bytes;
        }
    }

    /// <summary>Writes what is left.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_changes.Count > 0)
        {
            await tables.ApplyAsync(TableNames.Search, partition, [.. _changes], cancellationToken);
            _changes.Clear();
            _bytes = 0;
        }
    }
}
