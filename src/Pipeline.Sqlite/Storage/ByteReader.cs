using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Sqlite.Storage;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
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

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
