using System.Threading.Channels;

namespace Pipeline.Tests.AzureServices;

/// <summary>A clock whose timers ring when the test moves it, and which tells when somebody has gone to sleep on it.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Bell> _bells = [];
    private readonly Channel<bool> _asleep = Channel.CreateUnbounded<bool>();
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Waits until one more timer was set.</summary>
    public async Task SomebodySleepsAsync(CancellationToken cancellationToken) => await _asleep.Reader.ReadAsync(cancellationToken);

    public void Advance(TimeSpan by)
    {
        List<Bell> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _bells.Where(bell => bell.Due <= _now)];
            _bells.RemoveAll(bell => bell.Due <= _now);
        }

        due.ForEach(bell => bell.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var bell = new Bell(_now + dueTime, () => callback(state));
            _bells.Add(bell);
            _asleep.Writer.TryWrite(true);
            return bell;
        }
    }

    private sealed class Bell(DateTimeOffset due, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; } = due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
