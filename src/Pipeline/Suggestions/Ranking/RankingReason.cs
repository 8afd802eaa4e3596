namespace Pipeline.Suggestions.Ranking;

/// <summary>What spoke for or against a reply.</summary>
/// <param name="Aspect">The name of the aspect.</param>
/// <param name="Contribution">What it added to the score, compared with a reply that has as much of it as usual.</param>
public readonly record struct RankingReason(string Aspect, float Contribution);
