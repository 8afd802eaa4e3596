using Pipeline.Training.Queueing;

namespace Pipeline.Tests.Training.Queueing;

public sealed class FiguresTests
{
    // Tables of Student's t.
    [Theory]
    [InlineData(4, 2.776)]
    [InlineData(9, 2.262)]
    [InlineData(29, 2.045)]
    [InlineData(10_000, 1.960)]
    public void The_quantile_is_that_of_the_tables(int degrees, double quantile) =>
        Assert.InRange(Interval.Quantile(degrees), 0.995 * quantile, 1.005 * quantile);

    [Fact]
    public void An_interval_by_hand()
    {
        var interval = Interval.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3, interval.Mean, 12);
        Assert.Equal(2.776 * Math.Sqrt(2.5 / 5), interval.Half, 1);
        Assert.Equal(0, Interval.Of([7]).Half);
    }

    [Fact]
    public void Jain_by_hand()
    {
        Assert.Equal(1, DayOutcome.Jain([3, 3, 3]), 12);
        Assert.Equal(0.25, DayOutcome.Jain([0, 0, 0, 5]), 12);
        Assert.Equal(1, DayOutcome.Jain([0, 0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.7)]
    public void Draws_have_the_mean_that_is_asked_for(double shape)
    {
        var draws = new Draws(1);
        Assert.InRange(Enumerable.Range(0, 40_000).Average(_ => draws.Weibull(10, shape)), 9.7, 10.3);
        Assert.InRange(Enumerable.Range(0, 40_000).Average(_ => draws.LogNormal(8, 1)), 7.7, 8.3);
    }
}
