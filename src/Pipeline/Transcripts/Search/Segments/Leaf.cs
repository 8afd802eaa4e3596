using System.Text;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>A leaf as read: which part of the terms it holds, and its runs.</summary>
internal sealed class Leaf(TableRow row)
{
    private readonly byte[] _bytes = RowBytes.Get(row);

    /// <summary>The key of the leaf before it: it holds what comes after that.</summary>
    public string After { get; } = row.Text("After")!;

    /// <summary>Its key: it holds what comes up to that.</summary>
    public string Key { get; } = row.RowKey;

    /// <summary>Its bytes.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Whether it is the leaf for a place among the terms.</summary>
    public bool Holds(string place) =>
        string.CompareOrdinal(After, place) < 0 && string.CompareOrdinal(place, Key) <= 0;

    /// <summary>The run of a term.</summary>
    public bool TryFind(string term, out LeafRun run)
    {
        var wanted = Encoding.UTF8.GetBytes(term);
        var buffer = new TermBuffer(TermBuffer.TermCapacity);
        for (var at = 0; at < _bytes.Length;)
        {
            run = Run(ref buffer, ref at);
            var order = buffer.Term.SequenceCompareTo(wanted);
            if (order >= 0)
            {
                return order == 0;
            }
        }

        run = default;
        return false;
    }

    /// <summary>The runs, in order.</summary>
    public IEnumerable<(string Term, LeafRun Run)> Runs()
    {
        var buffer = new TermBuffer(TermBuffer.TermCapacity);
        for (var at = 0; at < _bytes.Length;)
        {
            var run = Run(ref buffer, ref at);
            yield return (buffer.Text, run);
        }
    }

    private LeafRun Run(ref TermBuffer buffer, ref int at)
    {
        buffer.Read(_bytes, ref at);
        var first = Numbers.Int(_bytes, ref at);
        var last = first + Numbers.Int(_bytes, ref at);
        var length = Numbers.Int(_bytes, ref at);
        at += length;
        return new LeafRun(first, last, at - length, at);
    }
}

/// <summary>The conversations of one term in a leaf.</summary>
/// <param name="First">The first conversation.</param>
/// <param name="Last">The last one.</param>
/// <param name="Start">Where its bytes begin in the leaf.</param>
/// <param name="End">Where they end.</param>
internal readonly record struct LeafRun(int First, int Last, int Start, int End);
