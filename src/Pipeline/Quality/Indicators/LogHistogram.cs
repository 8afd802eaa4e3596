namespace Pipeline.Quality.Indicators;

/// <summary>
/// Durations in fixed buckets, eight to each doubling, so that the histograms of days can be added up and a median of any period is right within 5 %
/// (half of a bucket, 2^(1/16) - 1). Bucket 0 holds what is under a second.
/// </summary>
public sealed class LogHistogram
{
    private const int PerDoubling = 8;

    /// <summary>The sums of the seconds.</summary>
    public MomentSum Seconds { get; set; } = new();

    /// <summary>How many durations fell into each bucket.</summary>
    public SortedDictionary<int, int> Buckets { get; set; } = [];

    /// <summary>The bucket of a duration.</summary>
    public static int BucketOf(double seconds) => seconds < 1 ? 0 : 1 + (int)Math.Floor(Math.Log2(seconds) * PerDoubling);

    /// <summary>Adds a duration in seconds; null is none.</summary>
    public void Add(double? seconds)
    {
        Seconds.Add(seconds);
        if (seconds is { } value)
        {
            var bucket = BucketOf(value);
            Buckets[bucket] = Buckets.GetValueOrDefault(bucket) + 1;
        }
    }

    /// <summary>Adds the durations of another.</summary>
    public void Add(LogHistogram other)
    {
        Seconds.Add(other.Seconds);
        foreach (var (bucket, count) in other.Buckets)
        {
            Buckets[bucket] = Buckets.GetValueOrDefault(bucket) + count;
        }
    }

    /// <summary>The duration that a share of all does not exceed, seconds: the middle of its bucket; null of nothing.</summary>
    public double? Quantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Seconds.Count));
        var seen = 0L;
        foreach (var (bucket, count) in Buckets)
        {
            seen += count;
            if (seen >= rank)
            {
                return bucket == 0 ? 0.5 : Math.Round(Math.Pow(2, (bucket - 0.5) / PerDoubling), 1);
            }
        }

        return null;
    }
}
