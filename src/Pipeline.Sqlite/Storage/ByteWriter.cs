using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Pipeline.Sqlite.Storage;

/// <summary>Writes values compactly into a growing buffer that is used again.</summary>
internal sealed class ByteWriter
{
    private byte[] _buffer = new byte[1024];

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>Starts anew. A buffer that grew very large is let go.</summary>
    public void Clear()
    {
        Length = 0;
        if (_buffer.Length > 512 * 1024)
        {
            _buffer = new byte[1024];
        }
    }

    /// <summary>Writes one byte.</summary>
    public void Byte(byte value) => Space(1)[0] = value;

    /// <summary>Writes 8 bytes.</summary>
    public void Fixed(long value) => BinaryPrimitives.WriteInt64LittleEndian(Space(8), value);

    /// <summary>Writes a number that is usually small, 7 bits a byte.</summary>
    public void Number(uint value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>Writes text with its length: UTF-8, or UTF-16 when it has half a surrogate pair, so that it comes back as it was.</summary>
    public void Text(string value)
    {
        Ensure((value.Length * 3) + 5);
        var scratch = _buffer.AsSpan(Length + 5);
        var status = Utf8.FromUtf16(value, scratch, out _, out var bytes, replaceInvalidSequences: false);
        var wide = status != OperationStatus.Done;
        Number(wide ? ((uint)value.Length << 1) | 1 : (uint)bytes << 1);
        if (wide)
        {
            Bytes(MemoryMarshal.AsBytes(value.AsSpan()));
            return;
        }

        // The length was not known before: the text moves up to it.
        scratch[..bytes].CopyTo(_buffer.AsSpan(Length));
        Length += bytes;
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Space(value.Length));

    private Span<byte> Space(int count)
    {
        Ensure(count);
        var space = _buffer.AsSpan(Length, count);
        Length += count;
        return space;
    }

    private void Ensure(int count)
    {
        if (_buffer.Length - Length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));
        }
    }
}
