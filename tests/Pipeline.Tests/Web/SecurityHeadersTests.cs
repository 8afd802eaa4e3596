using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;
using Pipeline.Web;

namespace Pipeline.Tests.Web;

public sealed class SecurityHeadersTests
{
    /// <summary>Every endpoint that a browser can be made to call, whether it answers or refuses.</summary>
    public static TheoryData<string, bool> Answers => new(RouteTable.Endpoints
        .Where(endpoint => endpoint.Method == "GET")
        .SelectMany(endpoint => new[] { (endpoint.Route.Replace("{key}", Samples.Key).Replace("{asset}", "page.js")
            .Replace("{language}", "fr").Replace("{id}", "fr-1")
            .Replace("{source}", "captured").Replace("{number}", "1"), true), (endpoint.Route, false) }));

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_browser_takes_an_answer_for_nothing_but_what_it_is(string route, bool withKey)
    {
        var fixture = KeyedHost.Fixture(options => options.Key("a-key", "administrator"));
        fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full);
        await using var host = await LoopbackHost.StartAsync(fixture);
        if (withKey)
        {
            host.Client.DefaultRequestHeaders.Add("X-Api-Key", "a-key");
        }

        using var response = await host.Client.GetAsync(
            $"api/{route}", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("conversations/" + Samples.Key)]
    [InlineData("conversations/" + Samples.Key + "/suggestions")]
    [InlineData("transcripts")]
    [InlineData("deadletters?source=captured")]
    [InlineData("health")]
    [InlineData("conversations/a~b~c")]
    public async Task What_is_about_people_is_kept_by_no_cache(string route)
    {
        var fixture = KeyedHost.Fixture(options => options.Key("a-key", "administrator"));
        fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full);
        await using var host = await LoopbackHost.StartAsync(fixture);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "a-key");
        using var response = await host.Client.GetAsync($"api/{route}", TestContext.Current.CancellationToken);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
