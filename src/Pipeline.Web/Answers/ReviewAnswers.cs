using Pipeline.Ports;
using Pipeline.Quality.Review;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Scorecards;

namespace Pipeline.Web.Answers;

/// <summary>A scorecard: the one in force, or a version of before.</summary>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="ETag">The state it is in, to send as If-Match with an edit.</param>
/// <param name="SavedAt">When it was saved; null for one that came with the program.</param>
/// <param name="SavedBy">By whom; null for one that came with the program.</param>
public sealed record ScorecardAnswer(Scorecard Scorecard, string ETag, DateTimeOffset? SavedAt, string? SavedBy);

/// <summary>Scorecards.</summary>
/// <param name="Scorecards">Those in force by id, or the versions of one by name.</param>
public sealed record ScorecardsAnswer(IReadOnlyList<ScorecardAnswer> Scorecards);

/// <summary>A review.</summary>
/// <param name="Review">The review.</param>
/// <param name="ETag">The state it is in, to send as If-Match with the next step.</param>
public sealed record ReviewAnswer(ConversationReview Review, string ETag);

/// <summary>The reviews of a conversation that the caller may see.</summary>
/// <param name="Reviews">The reviews.</param>
public sealed record ReviewsAnswer(IReadOnlyList<ConversationReview> Reviews);

/// <summary>The notes at the messages of a conversation.</summary>
/// <param name="Annotations">The notes, by time.</param>
public sealed record AnnotationsAnswer(IReadOnlyList<MessageAnnotation> Annotations);

/// <summary>What persons corrected in a conversation.</summary>
/// <param name="Corrections">The corrections, by time, also those that were taken back.</param>
public sealed record CorrectionsAnswer(IReadOnlyList<CorrectionEntry> Corrections);
