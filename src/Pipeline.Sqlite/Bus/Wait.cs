namespace Pipeline.Sqlite.Bus;

/// <summary>Times to set a timer to.</summary>
internal static class Wait
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// The time until then: whole milliseconds, rounded up so that the timer is not early; a day at most, for timers have a limit.
    /// </summary>
    public static TimeSpan Until(DateTimeOffset then, TimeProvider clock) => AtLeast(then - clock.GetUtcNow());

    /// <summary>That time, in whole milliseconds, rounded up so that the timer is not early; a day at most.</summary>
    public static TimeSpan AtLeast(TimeSpan left) =>
        left >= Longest ? Longest : TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(left.TotalMilliseconds)));
}
