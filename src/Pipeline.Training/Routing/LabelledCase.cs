using System.Text.Json.Serialization;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Routing;

/// <summary>A conversation with what people say that it needs (docs/routing.md).</summary>
public sealed record LabelledCase
{
    /// <summary>Names it in its file.</summary>
    public required string Id { get; init; }

    /// <summary>The language, <c>fr</c> or <c>en</c>; null where <see cref="Lang"/> says it.</summary>
    public string? Language { get; init; }

    /// <summary>The language, as files of recorded conversations name it.</summary>
    public string? Lang { get; init; }

    /// <summary>The brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The path of the page it was opened from.</summary>
    public string? Page { get; init; }

    /// <summary>What was said, in order.</summary>
    public required IReadOnlyList<LabelledTurn> Turns { get; init; }

    /// <summary>The labels.</summary>
    public required CaseLabels Expected { get; init; }

    /// <summary>The language, whichever way it is named.</summary>
    [JsonIgnore]
    public string SpokenLanguage => Language ?? Lang ?? "und";

    /// <summary>Reads a file: JSON Lines, gzipped when the name ends in <c>.gz</c>.</summary>
    /// <exception cref="CorpusFileException">It is not there, or a line is no labelled case; the message names the line.</exception>
    public static IReadOnlyList<LabelledCase> Read(string file) => RoutingLines.Read(file, RoutingCorpusJson.Default.LabelledCase);
}

/// <summary>What people say that a conversation needs.</summary>
public sealed record CaseLabels
{
    /// <summary>Whether it needs more than a standard script, whatever its tone.</summary>
    public required bool Hard { get; init; }

    /// <summary>The skill.</summary>
    public required string Skill { get; init; }

    /// <summary>Whether somebody or something is at risk within hours.</summary>
    public bool Urgent { get; init; }

    /// <summary>calm_hard, angry_easy, both or neither; null where nobody said.</summary>
    public string? Kind { get; init; }
}

/// <summary>A text, and whether it asks for a person.</summary>
public sealed record LabelledWish
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The language, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Whether it asks for a person, an advisor, a manager or a call back.</summary>
    public required bool Wish { get; init; }

    /// <summary>Reads a file: JSON Lines, gzipped when the name ends in <c>.gz</c>.</summary>
    /// <exception cref="CorpusFileException">It is not there, or a line is no labelled text; the message names the line.</exception>
    public static IReadOnlyList<LabelledWish> Read(string file) => RoutingLines.Read(file, RoutingCorpusJson.Default.LabelledWish);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LabelledCase))]
[JsonSerializable(typeof(LabelledWish))]
internal sealed partial class RoutingCorpusJson : JsonSerializerContext;
