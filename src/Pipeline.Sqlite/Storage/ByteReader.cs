using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Sqlite.Storage;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    // A power of two.
    private static readonly KnownName?[] Names = new KnownName?[1024];

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _rest.Length;

    /// <summary>Reads one byte.</summary>
    public byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    /// <summary>Reads 8 bytes.</summary>
    public long Fixed() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Reads a number of 7 bits a byte.</summary>
    public uint Number()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Reads text.</summary>
    public string Text()
    {
        var length = Number();
        var count = (int)(length >> 1);
        return (length & 1) == 0
            ? Encoding.UTF8.GetString(Take(count))
            : new string(MemoryMarshal.Cast<byte, char>(Take(count * 2)));
    }

    /// <summary>Reads bytes as they are.</summary>
    public ReadOnlySpan<byte> Bytes(int count) => Take(count);

    /// <summary>Reads text that comes again in row after row: mostly it is the same string as the last time.</summary>
    public string Name()
    {
        var length = Number();
        var bytes = Take((int)(length >> 1) << (int)(length & 1));
        if ((length & 1) != 0 || bytes.Length is 0 or > 64)
        {
            return (length & 1) == 0 ? Encoding.UTF8.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes));
        }

        // A slot is replaced whole, so that any thread may read it.
        ref var slot = ref Names[((bytes.Length * 31) + (bytes[0] * 7) + (bytes[^1] * 131) + (bytes[bytes.Length / 2] * 17)) & (Names.Length - 1)];
        if (slot is { } known && bytes.SequenceEqual(known.Bytes))
        {
            return known.Text;
        }

        var name = new KnownName(bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        slot = name;
        return name.Text;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private sealed record KnownName(byte[] Bytes, string Text);
}
