namespace Pipeline.Quality.Review.PreScoring;

/// <summary>What a rule proposes for a question. A person decides.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Answer">What it proposes; null when it cannot tell.</param>
/// <param name="Reasons">Why.</param>
public sealed record PreScore(string QuestionId, string Rule, AnswerValue? Answer, IReadOnlyList<PreScoreReason> Reasons);

/// <summary>A reason for a proposal.</summary>
/// <param name="MessageIds">The messages that it stands on.</param>
/// <param name="Words">The words in them; null when it is not about words.</param>
/// <param name="French">The reason in French.</param>
/// <param name="English">The reason in English.</param>
public sealed record PreScoreReason(IReadOnlyList<string> MessageIds, string? Words, string French, string English);
