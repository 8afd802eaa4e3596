using Pipeline.Quality.Indicators;

namespace Pipeline.Tests.Quality.Indicators;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(7, 5, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(-1, 5, 0)]
    [InlineData(0, 5, 0)]
    public void A_share_is_never_outside_of_nothing_and_all(long hits, long count, double share)
    {
        var estimate = Estimate.OfShare(hits, count)!;
        Assert.Equal((share, count), (estimate.Value, estimate.Count));
        Assert.InRange(estimate.Low, 0, share);
        Assert.InRange(estimate.High, share, 1);
    }

    [Fact]
    public void Of_nothing_there_is_no_share() => Assert.Null(Estimate.OfShare(0, 0));
}
