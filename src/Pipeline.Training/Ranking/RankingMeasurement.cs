using System.Globalization;
using Pipeline.Training.Evaluation;

namespace Pipeline.Training.Ranking;

/// <summary>How the ranker does on conversations that it has not learned from, by corpus.</summary>
/// <param name="Corpus">The corpus.</param>
/// <param name="Encoder">The encoder alone.</param>
/// <param name="Ranker">All aspects.</param>
internal sealed record RankingMeasurement(string Corpus, RecallTally Encoder, RecallTally Ranker)
{
    /// <summary>Measures weights fitted on one half of the conversations on the other half, both ways.</summary>
    public static IReadOnlyList<RankingMeasurement> Across(IReadOnlyList<ReplyList> lists, IReadOnlyList<string> names, Action<double>? progress = null)
    {
        RankingMeasurement[] measured = [.. names.Select(name => new RankingMeasurement(name, new(), new()))];
        var encoder = RankingTrainer.Fit([]);
        for (var half = 0; half < 2; half++)
        {
            var done = half * 0.5;
            var weights = RankingTrainer.Fit(lists.Where(list => list.Half != half), share => progress?.Invoke(done + (share / 2)));
            foreach (var list in lists.Where(list => list.Half == half))
            {
                measured[list.Corpus].Encoder.Add(list.Rank(encoder));
                measured[list.Corpus].Ranker.Add(list.Rank(weights));
            }
        }

        return measured;
    }

    /// <summary>R@1 / R@5 / R@10, as reports write them.</summary>
    public static string Text(RecallTally tally) => string.Create(
        CultureInfo.InvariantCulture, $"{FigureText.Share(tally.One)} / {FigureText.Share(tally.Five)} / {FigureText.Share(tally.Ten)}");
}
