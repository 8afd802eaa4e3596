using Pipeline.Tests.Web.Support;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web.Access;

public sealed class WatcherLimitsTests
{
    [Fact]
    public async Task One_caller_cannot_take_every_connection_and_one_that_ends_makes_room()
    {
        var fixture = KeyedHost.Fixture(options =>
        {
            options.Key("a-key", "advisor");
            options.Key("b-key", "quality");
        });
        await using var host = await LoopbackHost.StartAsync(fixture);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "a-key");
        var open = new List<HttpResponseMessage>();
        for (var count = 0; count < WatcherLimits.MaxWatchers; count++)
        {
            open.Add(await host.Client.GetAsync(
                "api/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
        }

        Assert.All(open, response => Assert.Equal(200, (int)response.StatusCode));
        using var refused = await host.Client.GetAsync("api/events", TestContext.Current.CancellationToken);
        Assert.Equal((429, "30"), ((int)refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
        Assert.Equal(200, await host.StatusAsync("GET", "api/events", "Authorization", "Bearer b-key"));

        // The changes end for all who watch: each place is given back.
        fixture.Changes.End();
        foreach (var response in open)
        {
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            response.Dispose();
        }

        Assert.Equal(200, await host.StatusAsync("GET", "api/events", "Accept", null));
    }

    [Fact]
    public void A_place_that_was_left_can_be_taken_again()
    {
        var limits = new WatcherLimits();
        Assert.All(Enumerable.Range(0, WatcherLimits.MaxWatchers), _ => Assert.True(limits.TryEnter("nadia")));
        Assert.False(limits.TryEnter("nadia"));
        Assert.True(limits.TryEnter("sam"));
        limits.Leave("nadia");
        Assert.True(limits.TryEnter("nadia"));
        Assert.False(limits.TryEnter("nadia"));
    }
}
