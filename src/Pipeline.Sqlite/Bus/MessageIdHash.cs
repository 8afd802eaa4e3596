using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Pipeline.Sqlite.Bus;

/// <summary>A message id for duplicate detection: 128 bits of its SHA-256, so that no two ids meet.</summary>
/// <param name="Place">Where to look in a table of ids.</param>
/// <param name="Tag">What stands there.</param>
internal readonly record struct MessageIdHash(ulong Place, ulong Tag)
{
    /// <summary>The size in the database.</summary>
    public const int Bytes = 16;

    /// <summary>The hash of an id.</summary>
    public static MessageIdHash Of(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        return Read(hash);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static MessageIdHash Read(ReadOnlySpan<byte> bytes)
    {
        var tag = BitConverter.ToUInt64(bytes[8..]);
        // Zero marks an empty place of a table.
        return new(BitConverter.ToUInt64(bytes), tag == 0 ? 1 : tag);
    }

    /// <summary>Writes the hash.</summary>
    public void Write(Span<byte> bytes)
    {
        BitConverter.TryWriteBytes(bytes, Place);
        BitConverter.TryWriteBytes(bytes[8..], Tag);
    }
}
