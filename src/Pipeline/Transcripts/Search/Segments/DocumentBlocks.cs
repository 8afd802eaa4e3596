using System.Text;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>
/// Makes the rows that tell which conversations a segment is of: blocks of a fixed number, newest first, and the fence over them. Of each it keeps the
/// step in time, the key (front-coded) and the hash.
/// </summary>
internal sealed class DocumentBlockWriter(string partition, int blockSize)
{
    private readonly ByteWriter _block = new(4096);
    private readonly ByteWriter _fence = new();
    private readonly List<TableRow> _rows = [];
    private TermBuffer _key = new(TableLimits.MaxKeyLength * 3);
    private long _last;
    private long _blockTime;

    /// <summary>How many were added.</summary>
    public int Count { get; private set; }

    /// <summary>The time of the first one.</summary>
    public long NewestTime { get; private set; } = long.MaxValue;

    /// <summary>The time of the last one.</summary>
    public long OldestTime { get; private set; } = -1;

    /// <summary>Adds a conversation; they come in order.</summary>
    public void Add(SegmentDocument document)
    {
        var time = document.Place.Time;
        if (Count % blockSize == 0)
        {
            EndBlock();
            _fence.Number((ulong)(time - _blockTime));
            _blockTime = time;
            _last = 0;
            _key.Clear();
        }

        _block.Number((ulong)(time - _last));
        _key.Write(Encoding.UTF8.GetBytes(document.Place.Key), _block);
        _block.Number((ulong)document.Hash);
        _last = time;
        NewestTime = Math.Min(NewestTime, time);
        OldestTime = time;
        Count++;
    }

    /// <summary>The rows that are complete; they are handed out once.</summary>
    public IReadOnlyList<TableRow> Take()
    {
        TableRow[] rows = [.. _rows];
        _rows.Clear();
        return rows;
    }

    /// <summary>Ends the last block and writes the fence.</summary>
    public void End()
    {
        EndBlock();
        Row(SegmentKeys.Fence, _fence);
    }

    private void EndBlock()
    {
        if (_block.Length > 0)
        {
            Row(SegmentKeys.Block((Count - 1) / blockSize), _block);
        }
    }

    private void Row(string key, ByteWriter bytes)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        RowBytes.Put(properties, bytes.Written);
        _rows.Add(new TableRow(partition, key, properties));
        bytes.Clear();
    }
}

/// <summary>Reads blocks of conversations.</summary>
internal static class DocumentBlock
{
    /// <summary>The conversations of a block.</summary>
    public static SegmentDocument[] Read(TableRow row)
    {
        var bytes = RowBytes.Get(row);
        var (documents, key) = (new List<SegmentDocument>(512), new TermBuffer(TableLimits.MaxKeyLength * 3));
        var time = 0L;
        for (var at = 0; at < bytes.Length;)
        {
            time += (long)Numbers.Read(bytes, ref at);
            key.Read(bytes, ref at);
            documents.Add(new(new(time, key.Text), (long)Numbers.Read(bytes, ref at)));
        }

        return [.. documents];
    }

    /// <summary>The time at which each block begins.</summary>
    public static long[] ReadFence(TableRow row)
    {
        var bytes = RowBytes.Get(row);
        var times = new List<long>();
        var time = 0L;
        for (var at = 0; at < bytes.Length;)
        {
            time += (long)Numbers.Read(bytes, ref at);
            times.Add(time);
        }

        return [.. times];
    }
}
