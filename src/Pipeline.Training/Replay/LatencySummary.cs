namespace Pipeline.Training.Replay;

/// <summary>Percentiles of times.</summary>
/// <param name="P50">Half of them took no longer.</param>
/// <param name="P95">95 of 100 took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="Max">The longest.</param>
public sealed record LatencySummary(TimeSpan P50, TimeSpan P95, TimeSpan P99, TimeSpan Max)
{
    /// <summary>By nearest rank: each figure is a time that was measured. All zero when there are none.</summary>
    public static LatencySummary Of(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted.Length == 0
            ? new(default, default, default, default)
            : new(Rank(sorted, 50), Rank(sorted, 95), Rank(sorted, 99), sorted[^1]);
    }

    private static TimeSpan Rank(TimeSpan[] sorted, int percent) => sorted[((sorted.Length * percent) + 99) / 100 - 1];
}
