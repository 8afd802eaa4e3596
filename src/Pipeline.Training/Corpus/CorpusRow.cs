using System.Text.Json.Serialization;

namespace Pipeline.Training.Corpus;

/// <summary>A customer's message with its labels (Data/LABELLING.md). Whatever was not labelled is null.</summary>
public sealed record CorpusRow
{
    /// <summary>Names the row in its corpus.</summary>
    public string? Id { get; init; }

    /// <summary>The language, <c>fr</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Who wrote it: rows of one hand never stand on both sides of a measurement.</summary>
    public string? Hand { get; init; }

    /// <summary>The message.</summary>
    public required string Text { get; init; }

    /// <summary>positive, neutral, negative or mixed.</summary>
    public string? Sentiment { get; init; }

    /// <summary>The emotions, dominant first.</summary>
    public IReadOnlyList<string>? Emotions { get; init; }

    /// <summary>0 to 3.</summary>
    public int? Intensity { get; init; }

    /// <summary>Whether a person, or staff as a group, is insulted or threatened.</summary>
    public bool? Aggression { get; init; }

    /// <summary>Whether a person is asked for.</summary>
    public bool? WantsHuman { get; init; }

    /// <summary>What it is about.</summary>
    public string? Intent { get; init; }

    /// <summary>The personal data in it; empty when it holds none.</summary>
    [JsonPropertyName("pii")]
    public IReadOnlyList<CorpusEntity>? PersonalData { get; init; }
}

/// <summary>A piece of personal data as it is written in the message.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">As it is written.</param>
public sealed record CorpusEntity(string Kind, string Text);
