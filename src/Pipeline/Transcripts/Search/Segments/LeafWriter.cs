using System.Text;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>
/// Makes leaves of terms that come in order. A leaf is a row of runs: the term (front-coded), the first conversation, how far it is to the last one, the
/// length, and then for each conversation the step from the one before, the length of its positions, and these. A term that many conversations hold
/// goes on in the next leaf.
/// </summary>
/// <param name="partition">The partition of the segment.</param>
/// <param name="full">The size at which a leaf ends, in bytes.</param>
internal sealed class LeafWriter(string partition, int full)
{
    private readonly ByteWriter _leaf = new(20_000);
    private readonly ByteWriter _run = new(20_000);
    private readonly List<TableRow> _rows = [];
    private TermBuffer _written = new(TermBuffer.TermCapacity);
    private string _term = "";
    private int _first = -1;
    private int _last = -1;
    private string _after = SegmentKeys.FirstLeaf;

    /// <summary>Adds a term of a conversation; both come in order.</summary>
    public void Add(string term, int ordinal, ReadOnlySpan<byte> positions)
    {
        if (_first >= 0 && _leaf.Length + _run.Length + positions.Length + 100 > full)
        {
            EndLeaf();
        }

        if (_first >= 0 && !string.Equals(term, _term, StringComparison.Ordinal))
        {
            EndRun();
        }

        if (_first < 0)
        {
            (_term, _first, _last) = (term, ordinal, ordinal);
        }

        _run.Number(ordinal - _last);
        _run.Number(positions.Length);
        _run.Bytes(positions);
        _last = ordinal;
    }

    /// <summary>How many rows are complete.</summary>
    public int Ready => _rows.Count;

    /// <summary>The rows that are complete; they are handed out once.</summary>
    public IReadOnlyList<TableRow> Take()
    {
        TableRow[] rows = [.. _rows];
        _rows.Clear();
        return rows;
    }

    /// <summary>Ends the last leaf, and writes the row that tells where it ended.</summary>
    public void End()
    {
        if (_first >= 0)
        {
            EndLeaf();
        }

        _rows.Add(new TableRow(partition, SegmentKeys.End, new Dictionary<string, object>(StringComparer.Ordinal) { ["After"] = _after }));
    }

    private void EndRun()
    {
        _written.Write(Encoding.UTF8.GetBytes(_term), _leaf);
        _leaf.Number(_first);
        _leaf.Number(_last - _first);
        _leaf.Number(_run.Length);
        _leaf.Bytes(_run.Written);
        _run.Clear();
        _first = -1;
    }

    private void EndLeaf()
    {
        var key = SegmentKeys.Leaf(_term, _last);
        EndRun();
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["After"] = _after };
        RowBytes.Put(properties, _leaf.Written);
        _rows.Add(new TableRow(partition, key, properties));
        _after = key;
        _leaf.Clear();
        _written.Clear();
    }
}
