using Pipeline.Ports;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class RepliesEndpointTests : IAsyncLifetime
{
    private readonly WebFixture _fixture = KeyedHost.Fixture(options =>
    {
        options.Key("advisor-key", "advisor");
        options.Key("quality-key", "quality");
    });

    private LoopbackHost? _host;

    private static string Retire => $"api/replies/{SentBefore.Id}/retire";

    public async ValueTask InitializeAsync()
    {
        _host = await LoopbackHost.StartAsync(_fixture);
        await SentBefore.LearnAsync(_fixture);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task Advisors_see_what_several_sent_and_nothing_that_one_did()
    {
        var reply = Assert.Single((await AskAsync("advisor", "GET", "api/replies?brand=Boreal&language=fr")).Json.GetProperty("replies").EnumerateArray());
        Assert.Equal((SentBefore.Text, 3), (reply.GetProperty("text").GetString(), reply.GetProperty("conversations").GetInt32()));
        Assert.Equal(0, (await AskAsync("advisor", "GET", "api/replies?language=fr")).Json.GetProperty("replies").GetArrayLength());
        (await AskAsync("advisor", "GET", "api/replies?brand=boreal&language=de")).IsProblem(400, "query-invalid", "language");
    }

    [Fact]
    public async Task A_quality_team_takes_a_reply_back_for_good_and_it_is_written_down_who_did()
    {
        (await AskAsync("advisor", "POST", Retire)).IsProblem(403, "role-missing");
        var retired = await AskAsync("quality", "POST", Retire);
        Assert.Equal((200, "quality-1"), (retired.Status, retired.Json.GetProperty("retiredBy").GetString()));

        (await AskAsync("quality", "POST", Retire)).IsProblem(409, "text-retired");
        Assert.Contains(_fixture.Tables.Dump(), entry => entry.Table == TableNames.Audit
            && entry.Row.PartitionKey.Contains($"reply~{SentBefore.Id}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("a%3Fb")]
    [InlineData("x")]
    public async Task What_is_no_reply_is_not_known(string id) =>
        (await AskAsync("quality", "POST", $"api/replies/{id}/retire")).IsProblem(404, "reply-unknown", "id");

    private async Task<Answer> AskAsync(string role, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("X-Api-Key", $"{role}-key");
        using var response = await _host!.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), text);
    }
}
