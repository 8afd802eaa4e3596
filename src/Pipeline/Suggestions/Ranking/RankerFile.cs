using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Suggestions.Ranking;

/// <summary>
/// The file of a ranker, little-endian: magic, SHA-256 of what follows; name, width, vectors (ids, scales, two 4-bit steps a byte), counts,
/// words, weights.
/// </summary>
internal static class RankerFile
{
    private const uint Magic = 0x314D5252; // "RRM1": reply ranker model, first format.

    /// <summary>Writes a model.</summary>
    public static void Write(Stream stream, RankerModel model)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(model.Name);
            writer.Write(model.Vectors.Width);
            Write<uint>(writer, model.Vectors.Ids);
            Write<float>(writer, model.Vectors.Scales);
            Write<byte>(writer, HalfBytes.Pack(model.Vectors.Steps));
            Write(writer, model.Counts.Counts, model.Counts.Total);
            Write(writer, model.Rarity.Common, model.Rarity.Texts);
            Write<float>(writer, model.Weights);
            Write<float>(writer, model.Typical);
        }

        stream.Write(BitConverter.GetBytes(Magic));
        stream.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        content.WriteTo(stream);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model of this version of the program, or it is damaged.</exception>
    public static RankerModel Read(Stream stream)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        const int Start = sizeof(uint) + SHA256.HashSizeInBytes;
        if (bytes.Length < Start || BitConverter.ToUInt32(bytes) != Magic)
        {
            throw new InvalidDataException("This is no model for ranking replies of this version of the program.");
        }

        if (!SHA256.HashData(bytes[Start..]).AsSpan().SequenceEqual(bytes[sizeof(uint)..Start]))
        {
            throw new InvalidDataException("The model for ranking replies is damaged: its content does not match its checksum.");
        }

        whole.Position = Start;
        using var reader = new BinaryReader(whole, Encoding.UTF8);
        var name = reader.ReadString();
        var width = reader.ReadInt32();
        var vectors = new VectorTable(width, Read<uint>(reader), Read<float>(reader), HalfBytes.Unpack(Read<byte>(reader)));
        var (counts, replies) = ReadCounts(reader);
        var (words, texts) = ReadCounts(reader);
        var (weights, typical) = (Read<float>(reader), Read<float>(reader));
        if (typical.Length != ReplyAspects.Names.Length || weights.Length != 2 * typical.Length)
        {
            throw new InvalidDataException($"The model {name} weighs {typical.Length} aspects; this program measures {ReplyAspects.Names.Length}.");
        }

        return new(name, vectors, new ReplyCounts(counts, replies), new WordRarity(words, texts), weights, typical);
    }

    private static void Write(BinaryWriter writer, IReadOnlyDictionary<uint, int> counts, int total)
    {
        uint[] keys = [.. counts.Keys.Order()];
        writer.Write(total);
        Write<uint>(writer, keys);
        Write<ushort>(writer, [.. keys.Select(key => (ushort)Math.Min(counts[key], ushort.MaxValue))]);
    }

    private static (Dictionary<uint, int> Counts, int Total) ReadCounts(BinaryReader reader)
    {
        var total = reader.ReadInt32();
        var (keys, values) = (Read<uint>(reader), Read<ushort>(reader));
        var counts = new Dictionary<uint, int>(keys.Length);
        for (var index = 0; index < keys.Length; index++)
        {
            counts.Add(keys[index], values[index]);
        }

        return (counts, total);
    }

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
