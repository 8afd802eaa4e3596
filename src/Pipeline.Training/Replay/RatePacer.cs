namespace Pipeline.Training.Replay;

/// <summary>Lets through at most so many a second, evenly spread, whoever asks.</summary>
/// <param name="perSecond">The rate; null lets everything through.</param>
/// <param name="clock">The clock.</param>
public sealed class RatePacer(double? perSecond, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _next;

    /// <summary>When the caller may go: its place in the row is taken.</summary>
    public DateTimeOffset Take()
    {
        var now = clock.GetUtcNow();
        if (perSecond is not { } rate)
        {
            return now;
        }

        lock (_lock)
        {
            // No burst to catch up after a pause: the rate is a ceiling, not an average.
            var mine = _next > now ? _next : now;
            _next = mine + TimeSpan.FromSeconds(1 / rate);
            return mine;
        }
    }
}
