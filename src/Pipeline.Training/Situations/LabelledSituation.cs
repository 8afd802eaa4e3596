using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Situations;

/// <summary>A conversation up to a customer's message, with what a coach of advisors would accept to be suggested there.</summary>
public sealed record LabelledSituation
{
    /// <summary>Names it in its file.</summary>
    public required string Id { get; init; }

    /// <summary>The language, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The brand.</summary>
    public required string Brand { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>What was said, in order; the customer speaks last.</summary>
    public required IReadOnlyList<LabelledTurn> Turns { get; init; }

    /// <summary>What would do.</summary>
    public required ExpectedReplies Expect { get; init; }

    /// <summary>What must not be suggested: the words are those of tests/Data/Suggestions/README.md.</summary>
    public IReadOnlyList<string>? Forbidden { get; init; }

    /// <summary>Whether nothing at all may be suggested as well.</summary>
    [JsonPropertyName("silent_ok")]
    public bool SilentOk { get; init; }

    /// <summary>Reads a file: JSON Lines, gzipped when the name ends in <c>.gz</c>.</summary>
    /// <exception cref="CorpusFileException">It is not there, or a line is no labelled situation; the message names the line.</exception>
    public static IReadOnlyList<LabelledSituation> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        var all = new List<LabelledSituation>();
        foreach (var line in JsonLines.Read(file))
        {
            try
            {
                var situation = JsonSerializer.Deserialize(line.Text, SituationJson.Default.LabelledSituation);
                all.Add(situation is { Turns: [.., { Speaker: "customer" }] }
                    ? situation
                    : throw new CorpusFileException($"{file}, line {line.Number}: the last turn is not the customer's."));
            }
            catch (JsonException problem)
            {
                throw new CorpusFileException($"{file}, line {line.Number}: {problem.Message}", problem);
            }
        }

        return all;
    }
}

/// <summary>Which replies would do.</summary>
/// <param name="Categories">The categories of which the first suggestion may be.</param>
/// <param name="Acceptable">The phrases and articles that may be among the suggestions.</param>
public sealed record ExpectedReplies(IReadOnlyList<string> Categories, IReadOnlyList<string> Acceptable);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LabelledSituation))]
internal sealed partial class SituationJson : JsonSerializerContext;
