using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Training.Ranking;

/// <summary>Fits what the aspects of a phrase weigh to labelled situations, drawn to the weights that were set by hand.</summary>
internal static class SituationFit
{
    /// <summary>Into how many parts situations go for measuring.</summary>
    public const int Parts = 5;

    // As if ten situations spoke for the weights set by hand: chosen before any situation was seen.
    private const double Ridge = 10;
    private const int Rounds = 300;

    /// <summary>Fits.</summary>
    public static FitWeights Fit(IReadOnlyList<SituationList> lists)
    {
        SituationList[] telling = [.. lists.Where(list => list.Right > 0 && list.Right < list.Candidates.Count)];
        var prior = FitWeights.Prior;
        if (telling.Length == 0)
        {
            return prior;
        }

        var values = ListwiseFit.Fit(
            [.. telling.Select(list => (list.Aspects, list.Right))], [.. prior.Values.Select(value => (float)value)], Ridge, Rounds);
        var fitted = FitWeights.Of([.. values.Select(value => Math.Round(value, 3))], 0);

        // Lists tell which phrase is better, not whether any is good: the best one stays as sure as it was on average.
        var shift = telling.Average(list => Best(list, fitted) - Best(list, prior));
        return fitted with { Even = Math.Round(prior.Even + shift, 3) };
    }

    /// <summary>How often the first suggestions were right, by weights that were fitted to other situations.</summary>
    public static IReadOnlyList<(SituationList List, FitWeights Weights)> Across(IReadOnlyList<SituationList> lists)
    {
        var parts = lists.Select((list, number) => (list, Part: number % Parts)).ToArray();
        return
        [
            .. Enumerable.Range(0, Parts).SelectMany(part =>
            {
                var weights = Fit([.. parts.Where(entry => entry.Part != part).Select(entry => entry.list)]);
                return parts.Where(entry => entry.Part == part).Select(entry => (entry.list, weights));
            }),
        ];
    }

    private static double Best(SituationList list, FitWeights weights) =>
        list.Candidates.Max(candidate => candidate.Fit.Values.Zip(weights.Values, (aspect, weight) => aspect * weight).Sum());
}
