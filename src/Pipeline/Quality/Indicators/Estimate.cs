namespace Pipeline.Quality.Indicators;

/// <summary>A figure with the bounds between which the true one lies in 95 of 100 cases.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Count">What it was made from.</param>
public sealed record Estimate(double Value, double Low, double High, long Count)
{
    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    public const double Z = 1.959964;

    /// <summary>A share, with Wilson's interval (E. B. Wilson, 1927); null of nothing.</summary>
    public static Estimate? OfShare(long hits, long count)
    {
        if (count == 0)
        {
            return null;
        }

        // The two may come from sums that are read one after the other while conversations close: for a moment there are more hits than cases.
        var share = (double)Math.Clamp(hits, 0, count) / count;
        var width = 1 + (Z * Z / count);
        var middle = (share + (Z * Z / (2 * count))) / width;
        var half = Z * Math.Sqrt((share * (1 - share) / count) + (Z * Z / (4.0 * count * count))) / width;
        return Rounded(share, Math.Max(0, middle - half), Math.Min(1, middle + half), count);
    }

    /// <summary>A mean, with the normal interval of its standard error; the bounds of one value are that value. Null of nothing.</summary>
    public static Estimate? OfMean(long count, double sum, double squares)
    {
        if (count == 0)
        {
            return null;
        }

        var mean = sum / count;
        var variance = count == 1 ? 0 : Math.Max(0, (squares - (sum * mean)) / (count - 1));
        var half = Z * Math.Sqrt(variance / count);
        return Rounded(mean, mean - half, mean + half, count);
    }

    private static Estimate Rounded(double value, double low, double high, long count) =>
        new(Math.Round(value, 4), Math.Round(low, 4), Math.Round(high, 4), count);
}
