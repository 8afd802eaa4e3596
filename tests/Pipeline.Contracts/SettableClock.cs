namespace Pipeline.Contracts;

/// <summary>A clock that a test sets, with timers that fire when it passes them.</summary>
public sealed class SettableClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<SettableTimer> _timers = [];
    private TimeSpan _setBy;
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now + _setBy;
        }
    }

    // Time that passes, whatever the clock on the wall is set to.
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.UtcTicks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SettableTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the clock on the wall, back or forth: no time passes, so no timer fires.</summary>
    public void SetBy(TimeSpan by)
    {
        lock (_lock)
        {
            _setBy += by;
        }
    }

    /// <summary>Lets time pass; timers on the way fire at their time, one after another, before this returns.</summary>
    public void Advance(TimeSpan by)
    {
        var end = new DateTimeOffset(GetTimestamp(), TimeSpan.Zero) + by;
        while (TakeDue(end) is { } due)
        {
            due.Fire();
        }

        lock (_lock)
        {
            _now = end;
        }
    }

    private SettableTimer? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var first = _timers.MinBy(timer => timer.Due);
            if (first is null || first.Due > end)
            {
                return null;
            }

            _timers.Remove(first);
            _now = first.Due > _now ? first.Due : _now;
            return first;
        }
    }

    private sealed class SettableTimer(SettableClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
