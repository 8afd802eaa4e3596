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
/// are two. Behind two that help, the third asks for a moment, where something may have to be looked up.
/// </summary>
/// <param name="index">The candidates.</param>
/// <param name="situation">The situation.</param>
/// <param name="fitting">Makes a candidate fit.</param>
/// <param name="most">The most that is offered.</param>
internal sealed class ReplyChoice(CandidateIndex index, Situation situation, ReplyFitting fitting, int most)
{
    /// <summary>With fewer, each should help.</summary>
    private const int RoomForPatience = 3;

    private readonly List<ChosenReply> _chosen = new(most);

    /// <summary>Chooses.</summary>
    /// <param name="ranked">Candidates, best first.</param>
    /// <param name="behindHelp">Holding phrases, best first; asked for only where one may be offered.</param>
    public IReadOnlyList<ChosenReply> Of(IEnumerable<RankedCandidate> ranked, Func<IEnumerable<RankedCandidate>> behindHelp)
    {
        var patient = false;
        foreach (var candidate in ranked)
        {
            if (_chosen.Count == most - 1 && !patient)
            {
                patient = true;
                AddPatience(behindHelp);
            }

            if (_chosen.Count == most)
            {
                break;
            }

            TryAdd(candidate);
        }

        if (!patient)
        {
            AddPatience(behindHelp);
        }

        return _chosen;
    }

    private void AddPatience(Func<IEnumerable<RankedCandidate>> behindHelp)
    {
        if (most == RoomForPatience && _chosen.Count is > 0 and < RoomForPatience && situation.HasWorkAhead && !_chosen.Exists(IsHolding))
        {
            _ = behindHelp().Any(TryAdd);
        }
    }

    private bool TryAdd(RankedCandidate candidate)
    {
        // The last place is kept for another category when all before it are of one. Only steps are worth offering twice.
        var same = _chosen.Count(other => other.Ranked.Candidate.Category == candidate.Candidate.Category);
        if (same >= MostOf(candidate.Candidate.Category) || (same > 0 && same == _chosen.Count && _chosen.Count == most - 1))
        {
            return false;
        }

        var (segment, place) = (candidate.Segment, candidate.Place);
        if (situation.Told.Any(turn => segment.WasSaidIn(place, turn))
            || _chosen.Exists(other => WordSet.IsNear(other.Ranked.Segment.Texts[other.Ranked.Place], segment.Texts[place]))
            || index.HasBetterSource(candidate, situation)
            || fitting.Fit(candidate.Candidate) is not { } fitted)
        {
            return false;
        }

        _chosen.Add(new(candidate, fitted));
        return true;
    }

    private static bool IsHolding(ChosenReply reply) => reply.Ranked.Candidate.Category == PhraseCategory.Holding;

    /// <summary>How many of a category are offered at most.</summary>
    public static int MostOf(PhraseCategory category) => category is PhraseCategory.Question or PhraseCategory.Explanation ? 2 : 1;
}
