using System.Buffers.Binary;

namespace Pipeline.Sqlite.Storage;

/// <summary>The running checksum of a write-ahead log: over its header, then over each frame.</summary>
/// <param name="isBigEndian">The byte order of the words it adds up.</param>
internal sealed class WalChecksum(bool isBigEndian)
{
    private uint _first;
    private uint _second;

    /// <summary>Adds bytes, a multiple of eight of them.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += 8)
        {
            _first += Word(bytes[at..]) + _second;
            _second += Word(bytes[(at + 4)..]) + _first;
        }
    }

    /// <summary>Whether it is the one that stands here.</summary>
    public bool Is(ReadOnlySpan<byte> stored) =>
        BinaryPrimitives.ReadUInt32BigEndian(stored) == _first && BinaryPrimitives.ReadUInt32BigEndian(stored[4..]) == _second;

    private uint Word(ReadOnlySpan<byte> bytes) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
