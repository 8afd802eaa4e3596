using Microsoft.Extensions.Options;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web.Access;

public sealed class RateLimitsTests
{
    private readonly ManualClock _clock = new();
    private readonly RateLimits _limits;

    public RateLimitsTests() => _limits = new(Options.Create(new AccessOptions { Burst = 2, RequestsPerSecond = 1 }), _clock);

    [Fact]
    public void However_many_callers_come_by_in_time_few_are_remembered()
    {
        for (var number = 0; number < 5 * RateLimits.MaxRemembered; number++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            Assert.Null(_limits.Take($"caller-{number}"));
        }

        Assert.InRange(_limits.Remembered, 1, RateLimits.MaxRemembered);
    }

    [Fact]
    public void Whoever_still_has_to_wait_is_not_forgotten()
    {
        Assert.Null(_limits.Take("eager"));
        Assert.Null(_limits.Take("eager"));
        for (var number = 0; number <= RateLimits.MaxRemembered; number++)
        {
            _limits.Take($"caller-{number}");
        }

        Assert.NotNull(_limits.Take("eager"));
    }
}
