using Pipeline.Ports;
using Pipeline.Transcripts.Search.Upkeep;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>A segment's rows are not there any more: it was merged into another while it was read.</summary>
internal sealed class SegmentGoneException(int segment) : Exception($"Segment {segment} of the search index was merged away while it was read.");

/// <summary>Reads the rows of a segment, and counts them. What it read last is kept.</summary>
internal sealed class SegmentReader(ITables tables, SegmentInfo segment)
{
    private const int KeptLeaves = 24;
    private const int KeptBlocks = 256;

    private readonly string _partition = SegmentKeys.Partition(segment.Id);
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
                throw new SegmentGoneException(segment.Id);
            }

            if (row.RowKey == SegmentKeys.End)
            {
                return found;
            }

            var leaf = new Leaf(row);
            found ??= leaf;
            Keep(leaf);
        }

        return found ?? throw new SegmentGoneException(segment.Id);
    }

    /// <summary>Reads the blocks of conversations, all at once where they are not at hand.</summary>
    public async Task LoadAsync(IEnumerable<int> ordinals, CancellationToken cancellationToken)
    {
        int[] missing =
        [
            .. ordinals.Select(ordinal => ordinal / segment.BlockSize).Distinct().Where(block => !_blocks.ContainsKey(block)).Order(),
        ];
        if (_blocks.Count + missing.Length > KeptBlocks)
        {
            _blocks.Clear();
            missing = [.. ordinals.Select(ordinal => ordinal / segment.BlockSize).Distinct().Order()];
        }

        var pages = await Task.WhenAll(Stretches(missing).Select(stretch => BlocksAsync(stretch.First, stretch.Last, cancellationToken)));
        foreach (var (first, rows) in pages)
        {
            for (var index = 0; index < rows.Count; index++)
            {
                _blocks[first + index] = DocumentBlock.Read(rows[index]);
            }
        }
    }

    /// <summary>A conversation whose block was loaded.</summary>
    public SegmentDocument Document(int ordinal) =>
        _blocks[ordinal / segment.BlockSize][ordinal % segment.BlockSize];

    /// <summary>The first conversation at or after a place; the number of conversations when there is none.</summary>
    public async Task<int> OrdinalAsync(DocumentPlace place, CancellationToken cancellationToken)
    {
        if (_fence is null)
        {
            _rowsRead++;
            _fence = DocumentBlock.ReadFence(
                await tables.ReadAsync(TableNames.Search, _partition, SegmentKeys.Fence, cancellationToken) ?? throw new SegmentGoneException(segment.Id));
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
            var first = block * segment.BlockSize;
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

    // Blocks that lie side by side are read by one query, also over one that is not wanted.
    private static IEnumerable<(int First, int Last)> Stretches(int[] blocks)
    {
        for (var (start, index) = (0, 1); index <= blocks.Length; index++)
        {
            if (index == blocks.Length || blocks[index] > blocks[index - 1] + 2)
            {
                yield return (blocks[start], blocks[index - 1]);
                start = index;
            }
        }
    }

    private async Task<(int First, IReadOnlyList<TableRow> Rows)> BlocksAsync(int first, int last, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(last - first + 1);
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Search, new TableQuery(_partition, SegmentKeys.Block(first), SegmentKeys.Block(last + 1)), cancellationToken))
        {
            if (row.RowKey != SegmentKeys.Block(first + rows.Count))
            {
                break;
            }

            rows.Add(row);
        }

        Interlocked.Add(ref _rowsRead, rows.Count);
        return rows.Count == last - first + 1 ? (first, rows) : throw new SegmentGoneException(segment.Id);
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
