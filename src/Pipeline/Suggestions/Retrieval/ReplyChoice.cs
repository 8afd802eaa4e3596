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

    /// <summary>How many of a category are offered at most. Only steps are worth offering twice.</summary>
    public static int MostOf(PhraseCategory category) => category is PhraseCategory.Question or PhraseCategory.Explanation ? 2 : 1;

    /// <summary>Chooses.</summary>
    /// <param name="bestFirst">What fits, best first, without the categories that are no longer open.</param>
    /// <param name="behindHelp">Holding phrases, best first; asked for only where one may be offered.</param>
    public IReadOnlyList<ChosenReply> Of(
        Func<Func<PhraseCategory, bool>, IEnumerable<RankedCandidate>> bestFirst, Func<IEnumerable<RankedCandidate>> behindHelp)
    {
        var patient = false;
        foreach (var candidate in bestFirst(IsOpen))
        {
            TryAdd(candidate);
            if (_chosen.Count == most - 1 && !patient)
            {
                patient = true;
                AddPatience(behindHelp);
            }

            if (_chosen.Count == most)
            {
                return _chosen;
            }
        }

        if (!patient)
        {
            AddPatience(behindHelp);
        }

        return _chosen;
    }

    private static bool IsHolding(ChosenReply reply) => reply.Ranked.Candidate.Category == PhraseCategory.Holding;

    private void AddPatience(Func<IEnumerable<RankedCandidate>> behindHelp)
    {
        if (most == RoomForPatience && _chosen.Count is > 0 and < RoomForPatience && situation.HasWorkAhead && !_chosen.Exists(IsHolding))
        {
            // It stands last, so it is shown as no surer than what stands before it.
            var last = _chosen[^1].Ranked.Score;
            _ = behindHelp().Any(holding => TryAdd(holding with { Score = Math.Min(holding.Score, last) }));
        }
    }

    private bool TryAdd(RankedCandidate candidate)
    {
        var (segment, place) = (candidate.Segment, candidate.Place);
        if (!IsOpen(candidate.Candidate.Category)
            || situation.Told.Any(turn => segment.WasSaidIn(place, turn))
            || _chosen.Exists(other => WordSet.IsNear(other.Ranked.Segment.Texts[other.Ranked.Place], segment.Texts[place]))
            || index.HasBetterSource(candidate, situation)
            || fitting.Fit(candidate.Candidate) is not { } fitted)
        {
            return false;
        }

        _chosen.Add(new(candidate, fitted));
        return true;
    }

    /// <summary>The last place is kept for another category when all before it are of one.</summary>
    private bool IsOpen(PhraseCategory category)
    {
        var same = 0;
        foreach (var other in _chosen)
        {
            same += other.Ranked.Candidate.Category == category ? 1 : 0;
        }

        return same < MostOf(category) && !(same > 0 && same == _chosen.Count && _chosen.Count == most - 1);
    }
}
