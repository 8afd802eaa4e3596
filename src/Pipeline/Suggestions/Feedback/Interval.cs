namespace Pipeline.Suggestions.Feedback;

/// <summary>A figure with the bounds between which the true one lies in 95 of 100 cases.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Count">What it was made from.</param>
public sealed record Interval(double Value, double Low, double High, int Count)
{
    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Z = 1.959964;

    private const int Resamples = 1_000;

    /// <summary>A share, with Wilson's interval (E. B. Wilson, 1927); null of nothing.</summary>
    public static Interval? Share(int hits, int count)
    {
        if (count == 0)
        {
            return null;
        }

        var share = (double)hits / count;
        var width = 1 + (Z * Z / count);
        var middle = (share + (Z * Z / (2 * count))) / width;
        var half = Z * Math.Sqrt((share * (1 - share) / count) + (Z * Z / (4.0 * count * count))) / width;
        return Rounded(share, Math.Max(0, middle - half), Math.Min(1, middle + half), count);
    }

    /// <summary>
    /// A mean, with percentiles of the means of resampled conversations: answers within one are alike, so that conversations are drawn and not
    /// answers. Seeded: the same data has the same bounds. Null of nothing.
    /// </summary>
    /// <param name="conversations">The values of each conversation; one without values counts for nothing.</param>
    public static Interval? Mean(IEnumerable<IReadOnlyList<double>> conversations)
    {
        var groups = conversations.Where(values => values.Count > 0).Select(values => (Sum: values.Sum(), values.Count)).ToArray();
        if (groups.Length == 0)
        {
            return null;
        }

        var random = new Random(groups.Length);
        var means = new double[Resamples];
        for (var sample = 0; sample < Resamples; sample++)
        {
            var sum = 0.0;
            var count = 0;
            for (var draw = 0; draw < groups.Length; draw++)
            {
                var group = groups[random.Next(groups.Length)];
                sum += group.Sum;
                count += group.Count;
            }

            means[sample] = sum / count;
        }

        Array.Sort(means);
        var all = groups.Sum(group => group.Count);
        return Rounded(groups.Sum(group => group.Sum) / all, means[Resamples / 40], means[^(Resamples / 40)], all);
    }

    private static Interval Rounded(double value, double low, double high, int count) =>
        new(Math.Round(value, 4), Math.Round(low, 4), Math.Round(high, 4), count);
}
