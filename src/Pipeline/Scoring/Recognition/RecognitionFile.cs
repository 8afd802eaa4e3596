using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Scoring.Recognition;

/// <summary>
/// The file of a <see cref="RecognitionModel"/>, little-endian: magic, name, the hurdle of a wish, widths, number of rows; ids (uint32), scales (float32), weights for
/// wishes (float32), rows of signed bytes.
/// </summary>
internal static class RecognitionFile
{
    private const string Resource = "routing.model";
    private const uint Magic = 0x314D4352; // "RCM1": routing, care model, first format.

    /// <summary>The model that is part of the program, read once, by whoever asks first.</summary>
    public static RecognitionModel Shared { get; } = Load();

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model file of this format.</exception>
    public static RecognitionModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("This is no routing model of this version of the program.");
        }

        var (name, wishAt, row, count) = (reader.ReadString(), reader.ReadSingle(), reader.ReadInt32(), reader.ReadInt32());
        if (row != RecognitionModel.Row || count < 0)
        {
            throw new InvalidDataException($"The model has {row} columns; this program reads {RecognitionModel.Row}.");
        }

        var ids = Read<uint>(stream, count);
        var scales = Read<float>(stream, count);
        var wishes = Read<float>(stream, count);
        return new(name, ids, scales, Read<sbyte>(stream, count * row), wishes, wishAt);
    }

    /// <summary>Writes a model.</summary>
    public static void Write(Stream stream, string name, float wishAt, uint[] ids, float[] scales, float[] wishes, sbyte[] rows)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(name);
        writer.Write(wishAt);
        writer.Write(RecognitionModel.Row);
        writer.Write(ids.Length);
        writer.Write(MemoryMarshal.AsBytes<uint>(ids));
        writer.Write(MemoryMarshal.AsBytes<float>(scales));
        writer.Write(MemoryMarshal.AsBytes<float>(wishes));
        writer.Write(MemoryMarshal.AsBytes<sbyte>(rows));
    }

    private static RecognitionModel Load()
    {
        using var stream = typeof(RecognitionFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not among the embedded resources; check Pipeline.csproj.");
        return Read(stream);
    }

    private static T[] Read<T>(Stream stream, int count)
        where T : unmanaged
    {
        var values = new T[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
