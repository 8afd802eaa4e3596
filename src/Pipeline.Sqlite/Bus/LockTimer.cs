namespace Pipeline.Sqlite.Bus;

/// <summary>Wakes when the first lock of a source runs out. It is set once for many locks: most are released long before.</summary>
internal sealed class LockTimer : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Action _onExpiry;
    private readonly Func<DateTimeOffset?> _firstExpiry;
    private readonly ITimer _timer;
    private int _armed;

    public LockTimer(TimeProvider clock, Action onExpiry, Func<DateTimeOffset?> firstExpiry)
    {
        _clock = clock;
        _onExpiry = onExpiry;
        _firstExpiry = firstExpiry;
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
        if (_firstExpiry() is { } next)
        {
            Arm(Wait.Until(next, _clock));
        }
    }
}
