namespace Pipeline.Quality.Knowledge.Peers;

/// <summary>A solved case and how like it is.</summary>
/// <param name="Case">The case.</param>
/// <param name="Likeness">0 to 1.</param>
public sealed record LikeCase(SolvedCase Case, double Likeness);

/// <summary>
/// Finds solved cases that are like a conversation: by the cosine of their words, each weighed by how rare it is among the cases (inverse document
/// frequency, Spärck Jones 1972), and by matter and trade. Pure.
/// </summary>
public static class CaseSearch
{
    // A case of the same matter comes before one with some of the same words: a choice, not a measure (words alone: docs/knowledge-loop.md).
    private const double SameIntent = 0.35;

    private const double SameSkill = 0.15;

    /// <summary>The most alike, best first; equals by conversation.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="terms">The words of the conversation.</param>
    /// <param name="intent">What it is about; null while unknown.</param>
    /// <param name="skill">The trade that it needs; null while unknown.</param>
    /// <param name="most">How many.</param>
    public static IReadOnlyList<LikeCase> Of(
        IReadOnlyList<SolvedCase> cases, IReadOnlyList<string> terms, string? intent, string? skill, int most)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in cases.SelectMany(known => known.Terms))
        {
            frequency[term] = frequency.GetValueOrDefault(term) + 1;
        }

        var wanted = terms.ToHashSet(StringComparer.Ordinal);
        var own = Math.Sqrt(terms.Sum(Square));
        return
        [
            .. cases.Select(known => new LikeCase(known, LikenessOf(known)))
                .Where(like => like.Likeness > 0)
                .OrderByDescending(like => like.Likeness)
                .ThenBy(like => like.Case.Conversation, StringComparer.Ordinal)
                .Take(most),
        ];

        double Square(string term) => Math.Log((cases.Count + 1.0) / (frequency.GetValueOrDefault(term) + 0.5)) is var weight ? weight * weight : 0;

        double LikenessOf(SolvedCase known)
        {
            var common = known.Terms.Where(wanted.Contains).Sum(Square);
            if (common == 0)
            {
                return 0;
            }

            var words = common / (own * Math.Sqrt(known.Terms.Sum(Square)));
            return ((1 - SameIntent - SameSkill) * words)
                + (intent is not null && known.Intent == intent ? SameIntent : 0)
                + (skill is not null && known.Skill == skill ? SameSkill : 0);
        }
    }
}
