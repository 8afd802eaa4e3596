using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.PublicData;

/// <summary>A row of a public data set, as far as it is learned from.</summary>
internal sealed record PublicRow
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Its emotions.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Its intent.</summary>
    public string? Intent { get; init; }

    /// <summary>Reads <c>NAME.SPLIT.jsonl.gz</c> of a folder.</summary>
    /// <exception cref="CorpusFileException">It is not there or not right.</exception>
    public static IReadOnlyList<PublicRow> Read(string folder, string name, string split)
    {
        var file = Path.Combine(folder, $"{name}.{split}.jsonl.gz");
        if (!File.Exists(file))
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        try
        {
            return [.. JsonLines.Read(file).Select(line => JsonSerializer.Deserialize(line.Text, PublicJson.Default.PublicRow)!)];
        }
        catch (JsonException problem)
        {
            throw new CorpusFileException($"{file}: {problem.Message}", problem);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PublicRow))]
internal sealed partial class PublicJson : JsonSerializerContext;
