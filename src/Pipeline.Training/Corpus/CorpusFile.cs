using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Training.Corpus;

/// <summary>Reads files of labelled messages: JSON Lines in UTF-8, gzipped when the name ends in <c>.gz</c>.</summary>
public static class CorpusFile
{
    private static readonly string[] OfOtherKinds = ["journeys.", "routing.", "situations.", "wishes."];

    /// <summary>Reads all rows of a file, in its order.</summary>
    /// <exception cref="CorpusFileException">It is not there, or a line is no row; the message names the line.</exception>
    public static IReadOnlyList<CorpusRow> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        var rows = new List<CorpusRow>();
        foreach (var line in JsonLines.Read(file))
        {
            try
            {
                if (JsonSerializer.Deserialize(line.Text, CorpusJson.Default.CorpusRow) is { } row)
                {
                    rows.Add(row);
                }
            }
            catch (JsonException problem)
            {
                throw new CorpusFileException($"{file}, line {line.Number}: {problem.Message}", problem);
            }
        }

        return rows;
    }

    /// <summary>Reads all files of messages of a folder in the order of their names; files of whole conversations, and of wishes for a person, are left out.</summary>
    public static IReadOnlyList<CorpusRow> ReadFolder(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.jsonl")
            .Where(file => !Array.Exists(OfOtherKinds, start => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).SelectMany(Read)]
        : throw new CorpusFileException($"{folder}: there is no such folder.");
}

/// <summary>A file of labelled messages is not there or not right.</summary>
public sealed class CorpusFileException(string message, Exception? inner = null) : Exception(message, inner);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CorpusRow))]
internal sealed partial class CorpusJson : JsonSerializerContext;
