using Pipeline.Training.Replay;

namespace Pipeline.Tests.Training;

public sealed class LatencySummaryTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(2, 1, 2, 2, 2)]
    [InlineData(10, 5, 10, 10, 10)]
    [InlineData(100, 50, 95, 99, 100)]
    [InlineData(1000, 500, 950, 990, 1000)]
    [InlineData(101, 51, 96, 100, 101)]
    public void Percentiles_are_times_that_were_measured(int count, int p50, int p95, int p99, int max)
    {
        // 1 ms to count ms, longest first.
        var summary = LatencySummary.Of(Enumerable.Range(1, count).Reverse().Select(ms => TimeSpan.FromMilliseconds(ms)));

        Assert.Equal((p50, p95, p99, max), (Ms(summary.P50), Ms(summary.P95), Ms(summary.P99), Ms(summary.Max)));
    }

    [Fact]
    public void Nothing_measured_is_zero() => Assert.Equal(new LatencySummary(default, default, default, default), LatencySummary.Of([]));

    private static int Ms(TimeSpan time) => (int)time.TotalMilliseconds;
}
