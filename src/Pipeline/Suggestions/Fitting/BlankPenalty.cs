using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Fitting;

/// <summary>A reply that asks the advisor for something is less help than one that can go as it is.</summary>
internal static class BlankPenalty
{
    /// <summary>What is left of the score for each blank: of two replies that fit as well, the one without is offered.</summary>
    private const double Each = 0.9;

    /// <summary>
    /// The phrases with their scores lowered for each blank they would leave, best first; those that fall under the score are left out.
    /// </summary>
    public static IReadOnlyList<RankedPhrase> Lower(IReadOnlyList<RankedPhrase> ranked, SlotValues values, double minimumScore)
    {
        if (!ranked.Any(candidate => SlotBlanks.Count(candidate.Phrase.Text, values) > 0))
        {
            return ranked;
        }

        var lowered = ranked
            .Select(candidate => SlotBlanks.Count(candidate.Phrase.Text, values) is var blanks and > 0
                ? candidate with { Score = candidate.Score * Math.Pow(Each, blanks) }
                : candidate)
            .Where(candidate => candidate.Score >= minimumScore);

        // A stable sort: equals stay in the order of their ids.
        return [.. lowered.OrderByDescending(candidate => candidate.Score)];
    }
}
