using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Journeys;

/// <summary>A conversation with what people say of its emotional journey. Turns are counted over all of them, from 0.</summary>
public sealed record LabelledConversation
{
    /// <summary>Names it in its file.</summary>
    public required string Id { get; init; }

    /// <summary>The language, <c>fr</c> or <c>en</c>; null where <see cref="Lang"/> says it.</summary>
    public string? Language { get; init; }

    /// <summary>The language, as files of recorded conversations name it.</summary>
    public string? Lang { get; init; }

    /// <summary>What was said, in order.</summary>
    public required IReadOnlyList<LabelledTurn> Turns { get; init; }

    /// <summary>The labels; null where <see cref="Expected"/> says them.</summary>
    public JourneyLabels? Labels { get; init; }

    /// <summary>The labels, as files of recorded conversations name them.</summary>
    public JourneyLabels? Expected { get; init; }

    /// <summary>Whether it is of the third that the rules were not made on: an id with a hash (<see cref="HeldOut.HashOf"/>) that three divides.</summary>
    [JsonIgnore]
    public bool IsHeldBack => HeldOut.HashOf(Id) % 3 == 0;

    /// <summary>Reads a file: JSON Lines, gzipped when the name ends in <c>.gz</c>.</summary>
    /// <exception cref="CorpusFileException">It is not there, or a line is no labelled conversation; the message names the line.</exception>
    public static IReadOnlyList<LabelledConversation> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        var all = new List<LabelledConversation>();
        foreach (var line in JsonLines.Read(file))
        {
            try
            {
                var conversation = JsonSerializer.Deserialize(line.Text, JourneyCorpusJson.Default.LabelledConversation);
                all.Add(conversation is { Turns.Count: > 0 } && conversation.GivenLabels is not null
                    ? conversation
                    : throw new CorpusFileException($"{file}, line {line.Number}: it has no turns, or no labels."));
            }
            catch (JsonException problem)
            {
                throw new CorpusFileException($"{file}, line {line.Number}: {problem.Message}", problem);
            }
        }

        return all;
    }

    /// <summary>The language, whichever way it is named; null when the file does not say.</summary>
    [JsonIgnore]
    public string? SpokenLanguage => Language ?? Lang;

    /// <summary>The labels, whichever way they are named.</summary>
    [JsonIgnore]
    public JourneyLabels? GivenLabels => Labels ?? Expected;
}

/// <summary>What people say of a journey. What was not labelled is null.</summary>
public sealed record JourneyLabels
{
    /// <summary>calm, rising_anger, repair, worry, delight, flat_negative or mixed.</summary>
    public string? Arc { get; init; }

    /// <summary>The customer's turn where the mood first turns; null when it never does.</summary>
    public int? TriggerTurn { get; init; }

    /// <summary>What made it turn.</summary>
    public string? TriggerCause { get; init; }

    /// <summary>The advisor's turn that brought the lift; null when there was none.</summary>
    public int? RepairTurn { get; init; }

    /// <summary>The customer's turns of delight.</summary>
    public IReadOnlyList<int>? DelightTurns { get; init; }

    /// <summary>Whether the customer's last words hold meant thanks.</summary>
    public bool? GratitudeAtEnd { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LabelledConversation))]
internal sealed partial class JourneyCorpusJson : JsonSerializerContext;
