using System.Text;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>The terms of one conversation, in order, each with its positions.</summary>
internal static class DocumentTerms
{
    /// <summary>Writes terms.</summary>
    public static byte[] Write(Dictionary<string, List<int>> terms)
    {
        var (writer, positions, buffer) = (new ByteWriter(1024), new ByteWriter(64), new TermBuffer(TermBuffer.TermCapacity));
        var keys = terms.Keys.ToArray();
        Array.Sort(keys, StringComparer.Ordinal);
        foreach (var term in keys)
        {
            positions.Clear();
            Positions.Write(terms[term], positions);
            buffer.Write(Encoding.UTF8.GetBytes(term), writer);
            writer.Number(positions.Length);
            writer.Bytes(positions.Written);
        }

        return writer.Written.ToArray();
    }

    /// <summary>The terms, in order.</summary>
    public static IEnumerable<(string Term, ReadOnlyMemory<byte> Positions)> Read(byte[] bytes)
    {
        var buffer = new TermBuffer(TermBuffer.TermCapacity);
        for (var at = 0; at < bytes.Length;)
        {
            buffer.Read(bytes, ref at);
            var length = Numbers.Int(bytes, ref at);
            at += length;
            yield return (buffer.Text, bytes.AsMemory(at - length, length));
        }
    }

    /// <summary>The positions of a term.</summary>
    public static bool TryFind(byte[] bytes, ReadOnlySpan<byte> term, out ReadOnlyMemory<byte> positions)
    {
        var buffer = new TermBuffer(TermBuffer.TermCapacity);
        for (var at = 0; at < bytes.Length;)
        {
            buffer.Read(bytes, ref at);
            var length = Numbers.Int(bytes, ref at);
            at += length;
            var order = buffer.Term.SequenceCompareTo(term);
            if (order >= 0)
            {
                positions = bytes.AsMemory(at - length, length);
                return order == 0;
            }
        }

        positions = default;
        return false;
    }
}
