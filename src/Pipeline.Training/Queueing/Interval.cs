namespace Pipeline.Training.Queueing;

/// <summary>A mean over seeds with its 95 % interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Half">Half the width of the interval; 0 for a single value.</param>
internal readonly record struct Interval(double Mean, double Half)
{
    // The 97.5 % quantile of the normal distribution.
    private const double Normal = 1.959964;

    /// <summary>The lower end.</summary>
    public double Low => Mean - Half;

    /// <summary>The upper end.</summary>
    public double High => Mean + Half;

    /// <summary>By Student's t for independent values: mean ± t · s / √n.</summary>
    public static Interval Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        if (values.Count < 2)
        {
            return new(mean, 0);
        }

        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        return new(mean, Quantile(values.Count - 1) * Math.Sqrt(variance / values.Count));
    }

    /// <summary>The 97.5 % quantile of Student's t, by the expansion of Abramowitz and Stegun 26.7.5: within 0.5 % from 4 degrees on.</summary>
    public static double Quantile(int degrees)
    {
        const double z = Normal;
        var (z3, z5, z7) = (Math.Pow(z, 3), Math.Pow(z, 5), Math.Pow(z, 7));
        var n = (double)degrees;
        return z + ((z3 + z) / (4 * n)) + (((5 * z5) + (16 * z3) + (3 * z)) / (96 * n * n))
            + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * z)) / (384 * n * n * n));
    }
}
