namespace Pipeline.Ports;

/// <summary>
/// Lets no more than so many requests to a paid service go in any hour. It counts by the minute and forgets a minute when it is wholly an hour old, so it is
/// never over, and up to a minute's worth under. Elapsed time is counted, so a clock that is set does not refill it. Each process has its own
/// and starts with a full one: of an app with n instances the bill is at most n times as high. Thread-safe.
/// </summary>
/// <param name="perHour">The most in any hour; 0 lets nothing go.</param>
/// <param name="clock">Tells the time.</param>
public sealed class HourlyBudget(int perHour, TimeProvider clock)
{
    // The minute that runs, and the sixty before it.
    private const int Minutes = 61;

    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly int[] _taken = new int[Minutes];
    private long _minute;
    private int _sum;

    /// <summary>Takes so many if the hour has them left.</summary>
    /// <returns>Whether they were taken: all of them, or none.</returns>
    public bool TryTake(int count)
    {
        lock (_gate)
        {
            Forget((long)clock.GetElapsedTime(_start).TotalMinutes);
            if (count > perHour - _sum)
            {
                return false;
            }

            _taken[_minute % Minutes] += count;
            _sum += count;
            return true;
        }
    }

    private void Forget(long now)
    {
        for (_minute = Math.Max(_minute, now - Minutes); _minute < now;)
        {
            _minute++;
            _sum -= _taken[_minute % Minutes];
            _taken[_minute % Minutes] = 0;
        }
    }
}
