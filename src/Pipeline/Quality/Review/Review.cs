using System.Text.Json.Serialization;
using Pipeline.Quality.Review.PreScoring;

namespace Pipeline.Quality.Review;

/// <summary>A person's review of a conversation, by a scorecard. The program's proposals are kept beside the person's answers, which count.</summary>
public sealed record ConversationReview
{
    /// <summary>Its id, unique in its conversation.</summary>
    public required string Id { get; init; }

    /// <summary>The conversation.</summary>
    public required string ConversationKey { get; init; }

    /// <summary>The advisor whose conversation it is; null when none held it.</summary>
    public string? AdvisorId { get; init; }

    /// <summary>Who reviews.</summary>
    public required string Reviewer { get; init; }

    /// <summary>The scorecard.</summary>
    public required string ScorecardId { get; init; }

    /// <summary>The version of the scorecard.</summary>
    public required string ScorecardVersion { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReviewState State { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was handed in; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The sample that the conversation came from; null for none.</summary>
    public string? SampleId { get; init; }

    /// <summary>The calibration that it belongs to: then it is for the reviewers, and no advisor's review; null for none.</summary>
    public string? CalibrationId { get; init; }

    /// <summary>Whether the advisor had marked that they left the frame.</summary>
    public bool LeftFrame { get; init; }

    /// <summary>What the program proposed.</summary>
    public IReadOnlyList<PreScore> Proposals { get; init; } = [];

    /// <summary>The person's answers, by question.</summary>
    public IReadOnlyDictionary<string, AnswerValue> Answers { get; init; } = new SortedDictionary<string, AnswerValue>(StringComparer.Ordinal);

    /// <summary>The person's comment, masked; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>The score, 0 to 100, of the answers given so far; null when none applies.</summary>
    public double? Score { get; init; }

    /// <summary>The fail-critical questions that were failed.</summary>
    public IReadOnlyList<string> FailedCritical { get; init; } = [];

    /// <summary>The advisor's appeal; null for none.</summary>
    public ReviewAppeal? Appeal { get; init; }
}

/// <summary>An advisor's appeal against a review.</summary>
/// <param name="At">When.</param>
/// <param name="Comment">What they say, masked.</param>
public sealed record ReviewAppeal(DateTimeOffset At, string Comment)
{
    /// <summary>Who decided: never the author of the review; null while nobody did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Whether the advisor was right; then the answers are those of who decided.</summary>
    public bool? Upheld { get; init; }

    /// <summary>Why, masked.</summary>
    public string? Decision { get; init; }

    /// <summary>The score before it was upheld.</summary>
    public double? FormerScore { get; init; }
}

/// <summary>Where a review stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewState>))]
public enum ReviewState
{
    /// <summary>The reviewer is at it.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>It was handed in: the advisor can read it.</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>The advisor has read it and takes it.</summary>
    [JsonStringEnumMemberName("acknowledged")]
    Acknowledged,

    /// <summary>The advisor does not agree.</summary>
    [JsonStringEnumMemberName("appealed")]
    Appealed,

    /// <summary>Another reviewer has decided about the appeal.</summary>
    [JsonStringEnumMemberName("decided")]
    Decided,
}
