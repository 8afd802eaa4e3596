using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>A segment's rows are not there any more: it was merged into another while it was read.</summary>
internal sealed class SegmentGoneException(int segment) : Exception($"Segment {segment} of the search index was merged away while it was read.");

/// <summary>Reads the rows of a segment, and counts them. What it read last is kept.</summary>
internal sealed class SegmentReader(ITables tables, int segment)
{
    private const int KeptLeaves = 24;
    private const int KeptBlocks = 256;

    private readonly string _partition = SegmentKeys.Partition(segment);
    private readonly List<Leaf> _leaves = [];
    private readonly Dictionary<int, SegmentDocument[]> _blocks = [];
    private long[]? _fence;
    private int _rowsRead;

    /// <summary>How many rows were read.</summary>
    public int RowsRead => _rowsRead;

    /// <summary>The leaf for a place among the terms; null after the last one.</summary>
    /// <param name="place">The place: see <see cref="SegmentKeys"/>.</param>
    /// <param name="ahead">How many leaves to read at once when it is not at hand.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Leaf?> LeafAsync(string place, int ahead, CancellationToken cancellationToken)
    {
        var known = _leaves.FindIndex(leaf => leaf.Holds(place));
        if (known >= 0)
        {
            return _leaves[known];
        }

        Leaf? found = null;
        foreach (var row in await RowsAsync(new TableQuery(_partition, place, MaxRows: ahead), cancellationToken))
        {
            var after = row.Text("After")!;
            if (found is null && string.CompareOrdinal(after, place) >= 0)
            {
                // Another leaf should come first.
                throw new SegmentGoneException(segment);
            }

            if (row.RowKey == SegmentKeys.End)
            {
                return found;
            }

            var leaf = new Leaf(row);
            found ??= leaf;
            Keep(leaf);
        }

        return found ?? throw new SegmentGoneException(segment);
    }

    /// <summary>Reads the blocks of conversations, all at once where they are not at hand.</summary>
    public async Task LoadAsync(IEnumerable<int> ordinals, CancellationToken cancellationToken)
    {
        int[] missing =
        [
            .. ordinals.Select(ordinal => ordinal / DocumentBlockWriter.BlockSize).Distinct().Where(block => !_blocks.ContainsKey(block)),
        ];
        if (_blocks.Count + missing.Length > KeptBlocks)
        {
            _blocks.Clear();
        }

        var rows = await Task.WhenAll(missing.Select(block =>
            tables.ReadAsync(TableNames.Search, _partition, SegmentKeys.Block(block), cancellationToken)));
        _rowsRead += rows.Length;
        for (var index = 0; index < missing.Length; index++)
        {
            _blocks[missing[index]] = DocumentBlock.Read(rows[index] ?? throw new SegmentGoneException(segment));
        }
    }

    /// <summary>A conversation whose block was loaded.</summary>
    public SegmentDocument Document(int ordinal) =>
        _blocks[ordinal / DocumentBlockWriter.BlockSize][ordinal % DocumentBlockWriter.BlockSize];

    /// <summary>The first conversation at or after a place; the number of conversations when there is none.</summary>
    public async Task<int> OrdinalAsync(DocumentPlace place, CancellationToken cancellationToken)
    {
        if (_fence is null)
        {
            _rowsRead++;
            _fence = DocumentBlock.ReadFence(
                await tables.ReadAsync(TableNames.Search, _partition, SegmentKeys.Fence, cancellationToken) ?? throw new SegmentGoneException(segment));
        }

        // The last block that begins before that time; the place may be in it, or in a later one when many are of the same time.
        var block = Array.BinarySearch(_fence, place.Time);
        block = block < 0 ? ~block - 1 : block - 1;
        while (block >= 0 && _fence[block] == place.Time)
        {
            block--;
        }

        for (block = Math.Max(block, 0); block < _fence.Length; block++)
        {
            var first = block * DocumentBlockWriter.BlockSize;
            await LoadAsync([first], cancellationToken);
            var documents = _blocks[block];
            var within = Array.FindIndex(documents, document => document.Place.CompareTo(place) >= 0);
            if (within >= 0)
            {
                return first + within;
            }

            if (block == _fence.Length - 1)
            {
                return first + documents.Length;
            }
        }

        return 0;
    }

    private void Keep(Leaf leaf)
    {
        if (_leaves.Count == KeptLeaves)
        {
            _leaves.RemoveAt(0);
        }

        _leaves.Add(leaf);
    }

    // A page may hold fewer rows than there are, even none.
    private async Task<IReadOnlyList<TableRow>> RowsAsync(TableQuery query, CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await tables.QueryAsync(TableNames.Search, query, cancellationToken);
            _rowsRead += page.Rows.Count;
            if (page.Rows.Count > 0 || page.Continuation is null)
            {
                return page.Rows;
            }

            query = query with { Continuation = page.Continuation };
        }
    }
}
