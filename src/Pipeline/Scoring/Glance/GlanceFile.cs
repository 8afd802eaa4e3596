using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Scoring.Glance;

/// <summary>
/// The file of a model that takes a glance, little-endian: magic, name, step, a bias for each sentiment, four 16-bit steps a place.
/// </summary>
internal static class GlanceFile
{
    private const uint Magic = 0x314D4C47; // "GLM1": glance model, first format.
    private const string Resource = "glance.model";

    private static readonly Lazy<GlanceModel> Resident = new(ReadResource);

    /// <summary>The model that is part of the program.</summary>
    public static GlanceModel Shared => Resident.Value;

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="name">Its name and version.</param>
    /// <param name="biases">A bias for each sentiment.</param>
    /// <param name="weights">The weights of one place after another, a sentiment each; rounded to steps of one size.</param>
    public static void Write(Stream stream, string name, ReadOnlySpan<float> biases, ReadOnlySpan<float> weights)
    {
        var most = 0f;
        foreach (var weight in weights)
        {
            most = MathF.Max(most, MathF.Abs(weight));
        }

        var step = MathF.Max(most, float.Epsilon) / short.MaxValue;
        var steps = new short[weights.Length];
        for (var index = 0; index < steps.Length; index++)
        {
            steps[index] = (short)MathF.Round(weights[index] / step);
        }

        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(name);
        writer.Write(step);
        writer.Write(MemoryMarshal.AsBytes(biases));
        writer.Write(MemoryMarshal.AsBytes(steps.AsSpan()));
    }

    private static GlanceModel ReadResource()
    {
        using var stream = typeof(GlanceFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not among the embedded resources; check Pipeline.csproj.");
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException($"{Resource} is no model of sentiment alone of this version of the program.");
        }

        var (name, step) = (reader.ReadString(), reader.ReadSingle());
        var (biases, places) = (new float[GlanceModel.Width], new ulong[GlanceModel.Places]);
        stream.ReadExactly(MemoryMarshal.AsBytes(biases.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(places.AsSpan()));
        return new(name, step, biases, places);
    }
}
