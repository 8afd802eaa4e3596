using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Candidates.Segments;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>A candidate that is offered.</summary>
/// <param name="Ranked">The candidate and how it fits.</param>
/// <param name="Fitted">Its text, made to fit the conversation.</param>
internal sealed record ChosenReply(RankedCandidate Ranked, FittedReply Fitted);

/// <summary>
/// Chooses what to offer: the best that can be made to fit and was not said before, no two alike, and of two categories at least where there
/// are two.
/// </summary>
internal static class ReplyChoice
{
    /// <summary>Chooses.</summary>
    /// <param name="bestFirst">What fits, best first, without the categories that are no longer open.</param>
    /// <param name="index">What it is from.</param>
    /// <param name="situation">The situation.</param>
    /// <param name="fitting">Makes it fit.</param>
    /// <param name="most">How many are offered.</param>
    public static IReadOnlyList<ChosenReply> Of(
        Func<Func<PhraseCategory, bool>, IEnumerable<RankedCandidate>> bestFirst,
        CandidateIndex index,
        Situation situation,
        ReplyFitting fitting,
        int most)
    {
        var chosen = new List<ChosenReply>(most);
        foreach (var candidate in bestFirst(IsOpen))
        {
            var (segment, place) = (candidate.Segment, candidate.Place);
            if (IsOpen(candidate.Candidate.Category)
                && !situation.Told.Any(turn => segment.WasSaidIn(place, turn))
                && !chosen.Any(other => WordSet.IsNear(other.Ranked.Segment.Texts[other.Ranked.Place], segment.Texts[place]))
                && !index.HasBetterSource(candidate, situation)
                && fitting.Fit(candidate.Candidate) is { } fitted)
            {
                chosen.Add(new(candidate, fitted));
                if (chosen.Count == most)
                {
                    break;
                }
            }
        }

        return chosen;

        // The last place is kept for another category when all before it are of one. Only steps are worth offering twice.
        bool IsOpen(PhraseCategory category)
        {
            var same = 0;
            foreach (var other in chosen)
            {
                same += other.Ranked.Candidate.Category == category ? 1 : 0;
            }

            return same < MostOf(category) && !(same > 0 && same == chosen.Count && chosen.Count == most - 1);
        }
    }

    private static int MostOf(PhraseCategory category) => category is PhraseCategory.Question or PhraseCategory.Explanation ? 2 : 1;
}
