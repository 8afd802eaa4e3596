using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Scoring.Models;

/// <summary>
/// The file of a model, little-endian: magic, name, widths, number of rows; temperatures, biases, couplings;
/// the output layer; ids (uint32), scales (float32), rows of signed bytes.
/// </summary>
internal static class ModelFile
{
    private const uint Magic = 0x314D4343; // "CCM1": customer care model, first format.

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model file of this format.</exception>
    public static CareModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("This is no model file of this version of the program.");
        }

        var name = reader.ReadString();
        var (columns, hidden, rows) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (columns != Heads.Columns || hidden != Heads.Hidden || rows < 0)
        {
            throw new InvalidDataException($"The model has {columns} columns and {hidden} units; this program reads {Heads.Columns} and {Heads.Hidden}.");
        }

        var temperatures = Read<float>(stream, Calibration.Spans.Length);
        var biases = Read<float>(stream, Heads.Columns);
        var couplings = Read<float>(stream, Heads.SentimentCount * Heads.EmotionCount);
        var output = Read<float>(stream, (Heads.Hidden + 1) * Heads.Columns);
        return new(
            name,
            output,
            new(Read<uint>(stream, rows), Read<float>(stream, rows), Read<sbyte>(stream, rows * Heads.Row)),
            new(temperatures, biases, couplings));
    }

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="name">Its name and version.</param>
    /// <param name="weights">What was learned; rows are rounded to bytes with a scale each.</param>
    /// <param name="calibration">The calibration.</param>
    public static void Write(Stream stream, string name, LearnedWeights weights, Calibration calibration)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(name);
        writer.Write(Heads.Columns);
        writer.Write(Heads.Hidden);
        var ids = weights.Ids;
        writer.Write(ids.Length);
        writer.Flush();
        var scales = new float[ids.Length];
        var rows = new sbyte[ids.Length * Heads.Row];
        for (var row = 0; row < ids.Length; row++)
        {
            scales[row] = Round(weights.Rows.AsSpan(row * Heads.Row, Heads.Row), rows.AsSpan(row * Heads.Row, Heads.Row));
        }

        Write<float>(stream, [.. calibration.Temperatures]);
        Write<float>(stream, [.. calibration.Biases]);
        Write<float>(stream, [.. calibration.Couplings]);
        Write<float>(stream, weights.Output);
        Write<uint>(stream, ids);
        Write<float>(stream, scales);
        Write<sbyte>(stream, rows);
    }

    private static float Round(ReadOnlySpan<float> weights, Span<sbyte> bytes)
    {
        var most = 0f;
        foreach (var weight in weights)
        {
            most = MathF.Max(most, MathF.Abs(weight));
        }

        var scale = most / sbyte.MaxValue;
        for (var column = 0; scale > 0 && column < weights.Length; column++)
        {
            bytes[column] = (sbyte)MathF.Round(weights[column] / scale);
        }

        return scale;
    }

    private static T[] Read<T>(Stream stream, int count)
        where T : unmanaged
    {
        var values = new T[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static void Write<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged => stream.Write(MemoryMarshal.AsBytes(values));
}
