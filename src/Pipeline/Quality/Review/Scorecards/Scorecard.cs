using System.Text.Json.Serialization;

namespace Pipeline.Quality.Review.Scorecards;

/// <summary>What a conversation is reviewed by: questions in sections that have weights (docs/review.md). Nothing in it is about an advisor's emotion.</summary>
public sealed record Scorecard
{
    /// <summary>Names it, for ever.</summary>
    public required string Id { get; init; }

    /// <summary>Names these questions: reviews name the version that they were made by.</summary>
    public required string Version { get; init; }

    /// <summary>Its title in French.</summary>
    public required string French { get; init; }

    /// <summary>Its title in English.</summary>
    public required string English { get; init; }

    /// <summary>The sections; their weights sum to 100.</summary>
    public required IReadOnlyList<ScorecardSection> Sections { get; init; }

    /// <summary>All questions, in order.</summary>
    [JsonIgnore]
    public IEnumerable<ScorecardQuestion> Questions => Sections.SelectMany(section => section.Questions);
}

/// <summary>A section of a scorecard.</summary>
public sealed record ScorecardSection
{
    /// <summary>Names it in its scorecard.</summary>
    public required string Id { get; init; }

    /// <summary>Its title in French.</summary>
    public required string French { get; init; }

    /// <summary>Its title in English.</summary>
    public required string English { get; init; }

    /// <summary>How much of the score it is, in percent.</summary>
    public required double Weight { get; init; }

    /// <summary>The questions.</summary>
    public required IReadOnlyList<ScorecardQuestion> Questions { get; init; }
}

/// <summary>A question of a scorecard.</summary>
public sealed record ScorecardQuestion
{
    /// <summary>Names it in its scorecard.</summary>
    public required string Id { get; init; }

    /// <summary>The question in French.</summary>
    public required string French { get; init; }

    /// <summary>The question in English.</summary>
    public required string English { get; init; }

    /// <summary>How it is answered.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>For a scale: its highest point; the lowest is 1. Null for yes or no.</summary>
    public int? Points { get; init; }

    /// <summary>Its weight within the section; null for 1.</summary>
    public double? Weight { get; init; }

    /// <summary>Whether it can be answered with "not applicable".</summary>
    public bool MayNotApply { get; init; }

    /// <summary>Whether a no, or the lowest point, makes the whole score 0.</summary>
    public bool FailCritical { get; init; }

    /// <summary>
    /// Whether it asks if the frame was kept. Where the advisor marked that they left the frame on purpose (hors cadre), it counts against nobody.
    /// </summary>
    public bool Frame { get; init; }

    /// <summary>The rule that proposes an answer; null when a person alone answers.</summary>
    public string? PreScore { get; init; }
}

/// <summary>How a question is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("yesNo")]
    YesNo,

    /// <summary>A point from 1 to <see cref="ScorecardQuestion.Points"/>.</summary>
    [JsonStringEnumMemberName("scale")]
    Scale,
}
