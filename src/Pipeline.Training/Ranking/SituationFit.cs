using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Training.Ranking;

/// <summary>Fits what the aspects of a phrase weigh to labelled situations, drawn to the weights that were set by hand.</summary>
internal static class SituationFit
{
    /// <summary>Into how many parts situations go for measuring.</summary>
    public const int Parts = 5;

    // As if twenty situations spoke for the weights set by hand.
    private const double Ridge = 20;
    private const int Rounds = 300;
    private const int CalibrationSteps = 60;

    // What holds in few situations is drawn to 0 as strongly as what holds in one of ten.
    private const double LeastSpread = 0.3;

    /// <summary>Fits.</summary>
    public static FitWeights Fit(IReadOnlyList<SituationList> lists)
    {
        // Two things are asked of weights: that a phrase that would do comes first, and that it is of a right category.
        SituationList[] telling = [.. lists.Where(list => list.Right > 0 && list.Right < list.Candidates.Count)];
        (float[] Aspects, int Right)[] asked =
        [
            .. telling.Select(list => list.ByPhrase()), .. lists.Select(list => list.ByCategory()).Where(list => list.Right > 0),
        ];
        var prior = FitWeights.Prior;
        if (asked.Length == 0)
        {
            return prior;
        }

        var values = ListwiseFit.Fit(
            asked, [.. prior.Values.ToArray().Select(value => (float)value)], Ridge, Rounds, leastSpread: LeastSpread);
        double[] rounded = [.. values.Select(value => Math.Round(value, 3))];
        var even = Math.Round(Calibrated(Shown(behindHelp: false)), 3);
        return FitWeights.Of(rounded, even, Math.Round(even - Calibrated(Shown(behindHelp: true)), 3));

        (double Sum, bool Right)[] Shown(bool behindHelp)
        {
            var weights = FitWeights.Of(rounded, 0);
            return
            [
                .. telling.SelectMany(list => list.Shown(weights)).Where(shown => shown.BehindHelp == behindHelp).Select(shown => (shown.Sum, shown.Right)),
            ];
        }
    }

    /// <summary>
    /// Lists tell which phrase is better, not whether any is good. The sum at which one is as likely right as not is where the scores of those that would
    /// be shown add up to as many as are right.
    /// </summary>
    private static double Calibrated((double Sum, bool Right)[] shown)
    {
        var right = shown.Count(candidate => candidate.Right);
        var (low, high) = (-50.0, 50.0);
        for (var step = 0; step < CalibrationSteps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = shown.Sum(candidate => 1 / (1 + Math.Exp(middle - candidate.Sum))) > right ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Each situation with weights that were fitted to the other parts of them.</summary>
    public static IReadOnlyList<(SituationList List, FitWeights Weights)> Across(IReadOnlyList<SituationList> lists) =>
        Across(lists, (_, number) => number % Parts);

    /// <summary>Each situation with weights that were fitted to what others wrote: the letter of an id names the hand.</summary>
    public static IReadOnlyList<(SituationList List, FitWeights Weights)> AcrossHands(IReadOnlyList<SituationList> lists) =>
        Across(lists, (list, _) => list.Hand);

    private static IReadOnlyList<(SituationList List, FitWeights Weights)> Across(
        IReadOnlyList<SituationList> lists, Func<SituationList, int, int> partOf)
    {
        var parts = lists.Select((list, number) => (list, Part: partOf(list, number))).ToArray();
        return
        [
            .. parts.Select(entry => entry.Part).Distinct().SelectMany(part =>
            {
                var weights = Fit([.. parts.Where(entry => entry.Part != part).Select(entry => entry.list)]);
                return parts.Where(entry => entry.Part == part).Select(entry => (entry.list, weights));
            }),
        ];
    }
}
