using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Scoring.Models;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;
using Pipeline.Training.Learning;

namespace Pipeline.Training.Card;

/// <summary>What models that learned from a growing share of the messages say of messages by other hands.</summary>
internal static class LearningCurve
{
    // Each share holds the smaller ones: only the number of messages differs, not the kind.
    private const int Parts = 8;

    private static readonly int[] Shares = [1, 2, 4, 8];

    /// <summary>Measures. Every message is scored at each point, by weights that learned from other hands only.</summary>
    /// <param name="across">The messages in their groups of hands, and the calibration.</param>
    /// <param name="options">How a network is trained.</param>
    /// <param name="progress">Told what share is done, 0 to 1.</param>
    public static IReadOnlyList<CurvePoint> Measure(CrossScores across, NetworkOptions options, Action<double> progress)
    {
        var points = new List<CurvePoint>();
        var (done, whole) = (0, Shares.Sum());
        var calibration = across.Calibrate();
        var folds = across.Folds.Distinct().Order().ToList();
        foreach (var share in Shares)
        {
            var said = new List<(CorpusRow Row, Prediction Said)>();
            var learned = 0;
            foreach (var fold in folds)
            {
                List<CorpusRow> seen =
                [
                    .. across.Rows.Where((row, place) => across.Folds[place] != fold && StableHash.Of(row.Text) % Parts < (ulong)share),
                ];
                learned += seen.Count;
                said.AddRange(ProductAnswers.Of(
                    Learn(seen, options, calibration), across.Rows.Where((_, place) => across.Folds[place] == fold)));
            }

            points.Add(new(learned / folds.Count, said));
            done += share;
            progress((double)done / whole);
        }

        return points;
    }

    private static CareAnalyzer Learn(List<CorpusRow> rows, NetworkOptions options, Calibration calibration)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
            {
                ModelFile.Write(stream, "curve", new CareTrainer(rows, options).Learn(), calibration);
            }

            return CareAnalyzer.FromFile(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>A point of the learning curve.</summary>
/// <param name="Learned">From how many messages the weights learned, on average over the groups of hands.</param>
/// <param name="Said">What was said of all messages.</param>
internal sealed record CurvePoint(int Learned, IReadOnlyList<(CorpusRow Row, Prediction Said)> Said);
