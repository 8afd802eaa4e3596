using System.Net;

namespace Pipeline.EndToEnd;

public sealed class PageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_live_page_is_at_the_root()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);

        using var page = await host.Http.GetAsync("/", Cancelled);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_name_that_is_not_this_machine_s_is_not_served()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "rebound.example.org" } };

        using var answer = await host.Http.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
