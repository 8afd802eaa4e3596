namespace Pipeline.Training.Cost;

/// <summary>A clock that stands where it was set: the replay's time, not the machine's.</summary>
internal sealed class StandingClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public void Set(DateTimeOffset now) => _now = now;

    public override DateTimeOffset GetUtcNow() => _now;
}
