namespace Pipeline.Benchmarks.Load;

/// <summary>
/// When each request of a load is due: as many a second as asked for, whatever became of those before. Who comes late goes at once, so that
/// a host that stood still meets what gathered meanwhile, as it would from the platforms.
/// </summary>
/// <param name="perSecond">Requests a second; 0 for no limit.</param>
/// <param name="clock">The clock.</param>
internal sealed class SendSchedule(double perSecond, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private long _taken = -1;

    /// <summary>How long to wait before the next request: zero or less to go at once.</summary>
    public TimeSpan TakePause() => perSecond <= 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Interlocked.Increment(ref _taken) / perSecond) - clock.GetElapsedTime(_started);
}
