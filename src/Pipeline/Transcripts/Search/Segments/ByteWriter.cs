namespace Pipeline.Transcripts.Search.Segments;

/// <summary>Bytes that grow, with numbers of 1 to 10 bytes: 7 bits a byte, the lowest first, the high bit says that more follow.</summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    /// <summary>How many were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Begins again.</summary>
    public void Clear() => Length = 0;

    /// <summary>Adds a number.</summary>
    public void Number(ulong value)
    {
        Grow(10);
        for (; value >= 0x80; value >>= 7)
        {
            _bytes[Length++] = (byte)(value | 0x80);
        }

        _bytes[Length++] = (byte)value;
    }

    /// <summary>Adds a number that is not negative.</summary>
    public void Number(int value) => Number((ulong)(uint)value);

    /// <summary>Adds bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    private void Grow(int more)
    {
        if (Length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
        }
    }
}

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal static class Numbers
{
    /// <summary>The number at a place, which moves behind it.</summary>
    /// <exception cref="InvalidDataException">The bytes end within the number.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; at < bytes.Length && shift < 64; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A row of the search index ends within a number.");
    }

    /// <summary>The number at a place, as an index or a count.</summary>
    public static int Int(ReadOnlySpan<byte> bytes, ref int at) => checked((int)Read(bytes, ref at));
}
