using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Routing;

/// <summary>Reads files of labelled cases and texts.</summary>
internal static class RoutingLines
{
    /// <exception cref="CorpusFileException">The file is not there or empty, or a line is not of its shape; the message names the line.</exception>
    public static IReadOnlyList<T> Read<T>(string file, JsonTypeInfo<T> shape)
        where T : class
    {
        if (!File.Exists(file))
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        var all = new List<T>();
        foreach (var line in JsonLines.Read(file))
        {
            try
            {
                all.Add(JsonSerializer.Deserialize(line.Text, shape)
                    ?? throw new CorpusFileException($"{file}, line {line.Number}: it is null."));
            }
            catch (JsonException problem)
            {
                throw new CorpusFileException($"{file}, line {line.Number}: {problem.Message}", problem);
            }
        }

        return all.Count > 0 ? all : throw new CorpusFileException($"{file}: it is empty.");
    }
}
