using Pipeline.Scoring.Models;
using Pipeline.Training.Corpus;
using Pipeline.Training.Evaluation;

namespace Pipeline.Training.Learning;

/// <summary>Scores of rows by weights that learned from other hands.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Scores">Their scores, before any calibration.</param>
/// <param name="Targets">What they should be.</param>
/// <param name="Folds">The group of hands of each row.</param>
internal sealed record CrossScores(IReadOnlyList<CorpusRow> Rows, float[][] Scores, float[][] Targets, int[] Folds)
{
    /// <summary>The calibration of all of them.</summary>
    public Calibration Calibrate() => new CalibrationFit(Scores, Targets).Fit();

    /// <summary>What would be said of each row, its calibration too fitted on other hands.</summary>
    public IReadOnlyList<(CorpusRow Row, Prediction Said)> Predict()
    {
        var said = new Prediction[Rows.Count];
        foreach (var fold in Folds.Distinct())
        {
            int[] others = [.. Enumerable.Range(0, Rows.Count).Where(row => Folds[row] != fold)];
            var calibration = new CalibrationFit([.. others.Select(row => Scores[row])], [.. others.Select(row => Targets[row])]).Fit();
            for (var row = 0; row < Rows.Count; row++)
            {
                if (Folds[row] == fold)
                {
                    float[] columns = [.. Scores[row]];
                    calibration.Apply(columns);
                    said[row] = Prediction.Of(columns);
                }
            }
        }

        return [.. Rows.Select((row, index) => (row, said[index]))];
    }
}
