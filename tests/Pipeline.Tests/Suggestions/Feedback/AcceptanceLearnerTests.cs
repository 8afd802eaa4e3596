using Pipeline.Messages;
using Pipeline.Suggestions.Feedback;
using Pipeline.Tests.Suggestions.Speaking;

namespace Pipeline.Tests.Suggestions.Feedback;

public sealed class AcceptanceLearnerTests
{
    [Fact]
    public void What_is_used_more_than_its_category_rises_and_what_is_used_less_falls_within_the_bound()
    {
        var weights = AcceptanceLearner.Learn([Count("a", 500, 450), Count("b", 500, 250), Count("c", 500, 20)]).Adjustments;
        Assert.InRange(weights["a"], 0.01, AcceptanceLearner.MostAdjusted);
        Assert.InRange(weights["c"], -AcceptanceLearner.MostAdjusted, -0.01);
        Assert.True(weights["a"] > weights["b"] && weights["b"] > weights["c"]);
    }

    [Fact]
    public void A_phrase_that_was_seldom_offered_hardly_moves()
    {
        var weights = AcceptanceLearner.Learn([Count("often", 400, 200), Count("once", 1, 0), Count("refused", 400, 40)]).Adjustments;
        Assert.True(Math.Abs(weights["once"]) < Math.Abs(weights["refused"]) / 5, $"{weights["once"]} {weights["refused"]}");
    }

    [Fact]
    public void The_same_counts_make_the_same_version_and_others_another()
    {
        AcceptanceCount[] counts = [Count("a", 50, 45), Count("b", 50, 10)];
        Assert.Equal(AcceptanceLearner.Learn(counts).Version, AcceptanceLearner.Learn([counts[1], counts[0]]).Version);
        Assert.NotEqual(AcceptanceLearner.Learn(counts).Version, AcceptanceLearner.Learn([Count("a", 50, 5), counts[1]]).Version);
    }

    [Fact]
    public async Task What_was_learned_changes_the_order_on_the_desk_of_its_brand()
    {
        using var fixture = await SpeakingFixture.StartAsync();
        var cancel = TestContext.Current.CancellationToken;
        Suggestion[] found = [new("s-1", "une", "question", "phrase:a", 0.62, []), new("s-2", "deux", "question", "phrase:b", 0.6, [])];
        var learned = new BrandWeights("v", new Dictionary<string, double> { ["phrase:b"] = 0.05 });
        await new BrandWeightsSource(fixture.Tables, fixture.Clock).WriteAsync("boreal", learned, cancel);

        Assert.Equal(["s-2", "s-1"], (await fixture.Policy.AudibleAsync(found, "boreal", null, cancel)).Select(one => one.Id));
        Assert.Equal(["s-1", "s-2"], (await fixture.Policy.AudibleAsync(found, "other", null, cancel)).Select(one => one.Id));
    }

    private static AcceptanceCount Count(string source, int offered, int used) => new(source, "question", offered, used);
}
