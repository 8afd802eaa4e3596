using Pipeline.Scoring;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Training.Corpus;
using Pipeline.Training.Situations;

namespace Pipeline.Training.Ranking;

/// <summary>The phrases that could be suggested in a labelled situation.</summary>
/// <param name="Labelled">The situation.</param>
/// <param name="Candidates">The phrases; those that would do come first.</param>
/// <param name="Right">How many would do.</param>
internal sealed record SituationList(LabelledSituation Labelled, IReadOnlyList<RankedPhrase> Candidates, int Right)
{
    /// <summary>How many suggestions an advisor sees.</summary>
    private const int Shown = 3;

    /// <summary>The aspects of one phrase after the other.</summary>
    public float[] Aspects => [.. Candidates.SelectMany(candidate => candidate.Fit.Values).Select(value => (float)value)];

    /// <summary>The lists of situations, by the program's own library.</summary>
    /// <exception cref="CorpusFileException">There is no library in the language of a situation.</exception>
    public static IReadOnlyList<SituationList> Of(IReadOnlyList<LabelledSituation> situations, Action<double>? progress = null)
    {
        var walk = new SituationWalk(new CareAnalyzer());
        var indexes = PhraseSeed.Phrases().GroupBy(phrase => phrase.Language)
            .ToDictionary(group => group.Key, group => new PhraseIndex(group.Key, group), StringComparer.Ordinal);
        var lists = new List<SituationList>();
        foreach (var labelled in situations)
        {
            if (!indexes.TryGetValue(labelled.Language, out var index))
            {
                throw new CorpusFileException($"{labelled.Id}: there is no library in '{labelled.Language}'.");
            }

            var ranked = PhraseRanking.Of(index, new Situation(walk.Take(labelled), index), FitWeights.Prior, minimumScore: 0);
            var right = ranked.ToLookup(candidate => labelled.Expect.Acceptable.Contains(candidate.Phrase.Id, StringComparer.Ordinal));
            lists.Add(new(labelled, [.. right[true], .. right[false]], right[true].Count()));
            progress?.Invoke((double)lists.Count / situations.Count);
        }

        return lists;
    }

    /// <summary>Whether a phrase that would do is among those shown, and whether the first is of a right category.</summary>
    public (bool Acceptable, bool Category) Judge(FitWeights weights)
    {
        RankedPhrase[] best =
        [
            .. Candidates.OrderByDescending(candidate => weights.Score(candidate.Fit)).ThenBy(candidate => candidate.Place).Take(Shown),
        ];
        return (
            best.Any(candidate => Labelled.Expect.Acceptable.Contains(candidate.Phrase.Id, StringComparer.Ordinal)),
            best.Length > 0 && Labelled.Expect.Categories.Contains(PhraseWords.Name(best[0].Phrase.Category), StringComparer.Ordinal));
    }
}
