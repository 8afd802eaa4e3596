using Pipeline.Suggestions.Candidates;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>What the kind of a candidate leaves of its score. The weights were fitted to phrases, and scores of other kinds mean less.</summary>
internal static class KindHandicap
{
    /// <summary>
    /// An article is long and found by many words. At 0.4 and below none took the place of a phrase that would do in the situations that the weights
    /// were fitted to, at 0.45 one did; this is somewhat less (docs/ranking.md).
    /// </summary>
    private const double Article = 0.3;

    /// <summary>What is left of the score, 0 to 1.</summary>
    public static double Of(CandidateKind kind) => kind == CandidateKind.Article ? Article : 1;
}
