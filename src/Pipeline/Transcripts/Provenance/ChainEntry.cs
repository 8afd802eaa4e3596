using System.Buffers.Binary;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Provenance;

/// <summary>What a chain keeps of one row: 16 bytes of its hash, and 8 of the hash that it would have if its message were deleted.</summary>
internal readonly record struct ChainEntry(UInt128 Row, ulong Emptied)
{
    /// <summary>The bytes of an entry.</summary>
    public const int Size = 24;

    /// <summary>The entry of a row.</summary>
    public static ChainEntry Of(TableRow row) => new(
        BinaryPrimitives.ReadUInt128BigEndian(RowHash.Of(row)),
        BinaryPrimitives.ReadUInt64BigEndian(RowHash.OfEmptied(row)));

    /// <summary>Whether a row of this entry is what a deletion leaves of one of the other.</summary>
    public bool IsEmptiedOf(ChainEntry before) => Emptied == before.Emptied && (ulong)(Row >> 64) == before.Emptied;

    /// <summary>Reads an entry.</summary>
    public static ChainEntry Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt128BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]));

    /// <summary>Writes the entry.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Row);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], Emptied);
    }
}
