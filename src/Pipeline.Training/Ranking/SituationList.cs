using Pipeline.Scoring;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Training.Corpus;
using Pipeline.Training.Situations;

namespace Pipeline.Training.Ranking;

/// <summary>The phrases that could be suggested in a labelled situation.</summary>
/// <param name="Labelled">The situation.</param>
/// <param name="Situation">The same, read.</param>
/// <param name="Candidates">The phrases; those that would do come first.</param>
/// <param name="Right">How many would do.</param>
internal sealed record SituationList(LabelledSituation Labelled, Situation Situation, IReadOnlyList<RankedCandidate> Candidates, int Right)
{
    /// <summary>How many suggestions an advisor sees.</summary>
    private const int MostShown = 3;

    /// <summary>Who wrote the situation: the letter in its id, as in fr-t001.</summary>
    public int Hand => Labelled.Id.Split('-')[^1][0];

    /// <summary>The aspects of one phrase after the other.</summary>
    public (float[] Aspects, int Right) ByPhrase() => Asked(
        candidate => Labelled.Expect.Acceptable.Contains(candidate.Candidate.Id, StringComparer.Ordinal));

    /// <summary>The same with every phrase of a right category first, and how many these are.</summary>
    public (float[] Aspects, int Right) ByCategory() => Asked(
        candidate => Labelled.Expect.Categories.Contains(PhraseWords.Name(candidate.Candidate.Category), StringComparer.Ordinal), patience: false);

    /// <summary>
    /// "One moment, please" would do almost anywhere. Where something else would, too, it is not what is learned: help comes before patience.
    /// </summary>
    private (float[] Aspects, int Right) Asked(Func<RankedCandidate, bool> wouldDo, bool patience = true)
    {
        var others = !patience && Candidates.Any(candidate => wouldDo(candidate) && candidate.Candidate.Category != PhraseCategory.Holding);
        var right = Candidates.ToLookup(candidate => wouldDo(candidate) && !(others && candidate.Candidate.Category == PhraseCategory.Holding));
        return (AspectsOf([.. right[true], .. right[false]]), right[true].Count());
    }

    private float[] AspectsOf(IReadOnlyList<RankedCandidate> candidates)
    {
        var width = FitAspects.Names.Count;
        var (all, one) = (new float[candidates.Count * width], new double[width]);
        for (var candidate = 0; candidate < candidates.Count; candidate++)
        {
            FitAspects.Write(candidates[candidate].Fit, Situation, one);
            for (var index = 0; index < width; index++)
            {
                all[(candidate * width) + index] = (float)one[index];
            }
        }

        return all;
    }

    /// <summary>The lists of situations, by the program's own library.</summary>
    /// <exception cref="CorpusFileException">There is no library in the language of a situation.</exception>
    public static IReadOnlyList<SituationList> Of(IReadOnlyList<LabelledSituation> situations, Action<double>? progress = null)
    {
        var walk = new SituationWalk(new CareAnalyzer());
        var indexes = PhraseSeed.Phrases().GroupBy(phrase => phrase.Language)
            .ToDictionary(group => group.Key, group => new CandidateIndex(group.Key, group), StringComparer.Ordinal);
        var lists = new List<SituationList>();
        foreach (var labelled in situations)
        {
            if (!indexes.TryGetValue(labelled.Language, out var index))
            {
                throw new CorpusFileException($"{labelled.Id}: there is no library in '{labelled.Language}'.");
            }

            var situation = new Situation(walk.Take(labelled), index.Language);
            var ranked = new CandidateRanking(index, situation, new SubjectWords(index, situation), FitWeights.Prior.In(situation), minimumScore: 0).All();
            var right = ranked.ToLookup(candidate => labelled.Expect.Acceptable.Contains(candidate.Candidate.Id, StringComparer.Ordinal));
            lists.Add(new(labelled, situation, [.. right[true], .. right[false]], right[true].Count()));
            progress?.Invoke((double)lists.Count / situations.Count);
        }

        return lists;
    }

    /// <summary>Whether a phrase that would do is among those shown, and whether the first is of a right category.</summary>
    public (bool Acceptable, bool Category) Judge(FitWeights weights)
    {
        var best = Best(weights.In(Situation));
        return (
            best.Exists(shown => WouldDo(shown.Candidate)),
            best.Count > 0 && Labelled.Expect.Categories.Contains(PhraseWords.Name(best[0].Candidate.Candidate.Category), StringComparer.Ordinal));
    }

    /// <summary>Of those that would be shown, what their aspects weigh, whether they would do, and whether they stand behind help.</summary>
    public IEnumerable<(double Sum, bool Right, bool BehindHelp)> Shown(FitWeights weights)
    {
        var scores = weights.In(Situation);
        return Best(scores).Select(shown => (scores.Sum(shown.Candidate.Fit), WouldDo(shown.Candidate), shown.BehindHelp));
    }

    private bool WouldDo(RankedCandidate candidate) => Labelled.Expect.Acceptable.Contains(candidate.Candidate.Id, StringComparer.Ordinal);

    /// <summary>As <see cref="ReplyChoice"/> does, but for what a text itself says: told before, alike, not to be made to fit.</summary>
    private List<(RankedCandidate Candidate, bool BehindHelp)> Best(SituationWeights scores)
    {
        var chosen = new List<(RankedCandidate Candidate, bool BehindHelp)>();
        var ranked = Candidates.OrderByDescending(candidate => scores.Sum(candidate.Fit))
            .ThenBy(candidate => candidate.Candidate.Id, StringComparer.Ordinal).ToArray();
        foreach (var candidate in ranked)
        {
            if (chosen.Count == MostShown - 1 && Situation.HasWorkAhead && !chosen.Exists(other => IsHolding(other.Candidate))
                && Array.Find(ranked, IsHolding) is { } patient)
            {
                chosen.Add((patient, true));
            }

            if (chosen.Count == MostShown)
            {
                break;
            }

            var same = chosen.Count(other => other.Candidate.Candidate.Category == candidate.Candidate.Category);
            if (same < ReplyChoice.MostOf(candidate.Candidate.Category) && !(same > 0 && same == chosen.Count && chosen.Count == MostShown - 1))
            {
                chosen.Add((candidate, false));
            }
        }

        return chosen;
    }

    private static bool IsHolding(RankedCandidate candidate) => candidate.Candidate.Category == PhraseCategory.Holding;
}
