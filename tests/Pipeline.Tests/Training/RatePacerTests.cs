using Pipeline.Tests.Support;
using Pipeline.Training.Replay;

namespace Pipeline.Tests.Training;

public sealed class RatePacerTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Webhooks_are_spread_evenly_over_the_second()
    {
        var pacer = new RatePacer(4, _clock);

        Assert.Equal([0, 250, 500, 750], Enumerable.Range(0, 4).Select(_ => (pacer.Take() - _clock.GetUtcNow()).TotalMilliseconds));
    }

    [Fact]
    public void Time_that_was_not_used_is_not_caught_up()
    {
        var pacer = new RatePacer(4, _clock);
        pacer.Take();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([0, 250], Enumerable.Range(0, 2).Select(_ => (pacer.Take() - _clock.GetUtcNow()).TotalMilliseconds));
    }

    [Fact]
    public void Without_a_rate_nobody_waits()
    {
        var pacer = new RatePacer(null, _clock);

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal(_clock.GetUtcNow(), pacer.Take()));
    }
}
