namespace Pipeline.Training.Evaluation;

/// <summary>
/// The expected calibration error: how far what is said to be likely and what is right lie apart, over ten bins of confidence, weighted by their
/// rows (Naeini et al. 2015).
/// </summary>
public sealed class CalibrationError
{
    private const int Bins = 10;

    private readonly int[] _rows = new int[Bins];
    private readonly int[] _right = new int[Bins];
    private readonly double[] _said = new double[Bins];

    /// <summary>Counts a row.</summary>
    public void Add(double confidence, bool right)
    {
        var bin = Math.Clamp((int)(confidence * Bins), 0, Bins - 1);
        _rows[bin]++;
        _right[bin] += right ? 1 : 0;
        _said[bin] += confidence;
    }

    /// <summary>0 is perfect.</summary>
    public double Value => Enumerable.Range(0, Bins).Sum(bin => Math.Abs(_said[bin] - _right[bin])) / _rows.Sum();
}
