namespace Pipeline.Sqlite.Bus;

/// <summary>Wakes when the first lock of a source runs out. It is set once for many locks: most are released long before.</summary>
internal sealed class LockTimer : IDisposable
{
    private readonly Action _onExpiry;
    private readonly Func<TimeSpan?> _untilFirstExpiry;
    private readonly ITimer _timer;
    private int _armed;

    public LockTimer(TimeProvider clock, Action onExpiry, Func<TimeSpan?> untilFirstExpiry)
    {
        _onExpiry = onExpiry;
        _untilFirstExpiry = untilFirstExpiry;
        _timer = clock.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets the timer if it is not set.</summary>
    public void Arm(TimeSpan due)
    {
        if (Interlocked.Exchange(ref _armed, 1) == 0)
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void OnTimer()
    {
        _onExpiry();
        Volatile.Write(ref _armed, 0);
        if (_untilFirstExpiry() is { } left)
        {
            Arm(Wait.AtLeast(left));
        }
    }
}
