using Pipeline.Training.Ranking;

namespace Pipeline.Tests.Training.Ranking;

public sealed class ListwiseFitTests
{
    // Three candidates of two aspects each: the first aspect tells the right ones, the second says nothing.
    private static readonly (float[] Aspects, int Right)[] Lists =
    [
        ([1, 0, 0, 1, 0, 0], 1), ([1, 1, 0, 0, 0, 1], 1), ([1, 0, 1, 1, 0, 1], 2), ([1, 1, 1, 0, 0, 0], 2),
    ];

    [Fact]
    public void What_tells_the_right_ones_comes_to_weigh_more_than_what_tells_nothing()
    {
        var weights = ListwiseFit.Fit(Lists, [0, 0], ridge: 0.1, rounds: 100);

        Assert.True(weights[0] > 1, $"{weights[0]}");
        Assert.True(MathF.Abs(weights[1]) < weights[0] / 2, $"{weights[1]}");
    }

    [Fact]
    public void A_strong_ridge_keeps_the_weights_where_they_were()
    {
        var weights = ListwiseFit.Fit(Lists, [-2, 3], ridge: 1_000_000, rounds: 300);

        Assert.Equal(-2, weights[0], 1);
        Assert.Equal(3, weights[1], 1);
    }

    [Fact]
    public void A_list_of_right_ones_alone_says_nothing() =>
        Assert.Equal([2f, 5f], ListwiseFit.Fit([([1, 0, 0, 1], 2)], [2, 5], ridge: 1, rounds: 50));
}
