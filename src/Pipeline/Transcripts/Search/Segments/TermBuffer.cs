using System.Text;
using Pipeline.Transcripts.Search.Words;

namespace Pipeline.Transcripts.Search.Segments;

/// <summary>
/// The term of a list of terms in order, each written as what it shares with the one before and the rest. Compared by its UTF-8 bytes, whose order
/// is that of row keys, since no term has surrogates.
/// </summary>
internal struct TermBuffer(int capacity)
{
    /// <summary>Room for the longest term.</summary>
    public const int TermCapacity = SearchWords.MaxLength * 4;

    private readonly byte[] _bytes = new byte[capacity];
    private int _length;

    /// <summary>The current term.</summary>
    public readonly ReadOnlySpan<byte> Term => _bytes.AsSpan(0, _length);

    /// <summary>The current term as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Term);

    /// <summary>Whether it is the current term.</summary>
    public readonly bool TermIs(string term)
    {
        Span<byte> bytes = stackalloc byte[TermCapacity];
        return Encoding.UTF8.TryGetBytes(term, bytes, out var length) && Term.SequenceEqual(bytes[..length]);
    }

    /// <summary>Reads the next term.</summary>
    public void Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var shared = Numbers.Int(bytes, ref at);
        var rest = Numbers.Int(bytes, ref at);
        bytes.Slice(at, rest).CopyTo(_bytes.AsSpan(shared));
        at += rest;
        _length = shared + rest;
    }

    /// <summary>Writes a term after the current one, and makes it the current one.</summary>
    public void Write(ReadOnlySpan<byte> term, ByteWriter writer)
    {
        var shared = Term.CommonPrefixLength(term);
        writer.Number(shared);
        writer.Number(term.Length - shared);
        writer.Bytes(term[shared..]);
        term.CopyTo(_bytes);
        _length = term.Length;
    }

    /// <summary>Forgets the current term.</summary>
    public void Clear() => _length = 0;
}
