using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pipeline.Scoring.Lexicons;

/// <summary>Reads the lexicons that are part of the program.</summary>
internal static class LexiconResource
{
    /// <summary>Reads a file by its name.</summary>
    /// <exception cref="LexiconException">It is not there, or not of its shape.</exception>
    public static T Read<T>(string file, JsonTypeInfo<T> shape)
    {
        using var stream = typeof(LexiconResource).Assembly.GetManifestResourceStream(file)
            ?? throw new LexiconException(file, "the file", "it is not among the embedded resources; check Pipeline.csproj.");
        try
        {
            return JsonSerializer.Deserialize(stream, shape) ?? throw new LexiconException(file, "the file", "it is null.");
        }
        catch (JsonException problem)
        {
            throw new LexiconException(file, problem.Path ?? "the file", problem.Message, problem);
        }
    }
}
