using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.PreScoring;

namespace Pipeline.Web.Requests;

/// <summary>An order to begin a review.</summary>
/// <param name="Scorecard">The id of the scorecard; null for <c>default</c>.</param>
/// <param name="Sample">The sample that the conversation came from.</param>
/// <param name="Calibration">The calibration round that it belongs to.</param>
public sealed record BeginReviewOrder(string? Scorecard, string? Sample, string? Calibration);

/// <summary>The answers of a draft.</summary>
/// <param name="Answers">By question; what is not there has no answer yet.</param>
/// <param name="Comment">A comment.</param>
public sealed record ReviewAnswersOrder(IReadOnlyDictionary<string, AnswerValue>? Answers, string? Comment);

/// <summary>A step of a review: what belongs to it.</summary>
/// <param name="Comment">To appeal: why. To decide: why.</param>
/// <param name="Upheld">To decide: whether the advisor was right.</param>
/// <param name="Answers">To decide in the advisor's favour: all answers as they should have been; null to leave them.</param>
public sealed record ReviewStepOrder(string? Comment, bool? Upheld, IReadOnlyDictionary<string, AnswerValue>? Answers);

/// <summary>An order to set a calibration round up.</summary>
/// <param name="Scorecard">The id of the scorecard; null for <c>default</c>.</param>
/// <param name="Sample">The sample whose conversations it has; else <paramref name="Conversations"/>.</param>
/// <param name="Conversations">The conversations.</param>
/// <param name="Reviewers">Who reviews, by the names of their keys: two or more.</param>
public sealed record CalibrationOrder(string? Scorecard, string? Sample, IReadOnlyList<string>? Conversations, IReadOnlyList<string>? Reviewers);

/// <summary>A note at a message.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Kind">What it is a note of.</param>
/// <param name="Comment">A comment.</param>
public sealed record AnnotationOrder(string? MessageId, AnnotationKind? Kind, string? Comment);

/// <summary>A correction.</summary>
public sealed record CorrectionOrder
{
    /// <summary>Names it: sent again under the same name, it is made once. Null to have one made.</summary>
    public string? Id { get; init; }

    /// <summary>The message; null for the conversation.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why.</summary>
    public CorrectionCause? Cause { get; init; }

    /// <summary>Of a message: its sentiment.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>Of a message: its dominant emotion.</summary>
    public Emotion? Emotion { get; init; }

    /// <summary>Of a message: what it is about.</summary>
    public string? Intent { get; init; }

    /// <summary>Of a conversation: what it is about.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a conversation: how it ended.</summary>
    public ConversationOutcome? Outcome { get; init; }

    /// <summary>Of a conversation: the skill that it needs.</summary>
    public string? Skill { get; init; }

    /// <summary>Of a conversation: whether it is hard.</summary>
    public bool? Hard { get; init; }
}
