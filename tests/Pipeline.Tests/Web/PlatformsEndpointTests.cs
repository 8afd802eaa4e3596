using Pipeline.Ports;
using Pipeline.Tests.Sweep;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class PlatformsEndpointTests : IAsyncLifetime
{
    private readonly WebFixture _fixture = new();
    private LoopbackHost? _host;

    private LoopbackHost Host => _host!;

    public async ValueTask InitializeAsync() => _host = await LoopbackHost.StartAsync(_fixture);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task Every_account_is_listed_with_whether_it_is_swept()
    {
        var accounts = (await Host.GetAsync("api/platforms")).Json.GetProperty("accounts").EnumerateArray().ToArray();
        Assert.Equal(["generic", "chatwoot"], accounts.Select(account => account.GetProperty("platform").GetString()));
        Assert.Equal([true, false], accounts.Select(account => account.GetProperty("swept").GetBoolean()));
        Assert.All(accounts, account => Assert.False(account.TryGetProperty("lastSweptAt", out _)));
    }

    [Fact]
    public async Task A_sweep_answers_what_it_found_and_the_list_tells_it_afterwards()
    {
        _fixture.History.Pages.Add(new HistoryPage([SweepFixture.Item("m-1", TimeSpan.Zero)], 0));

        var report = (await SweepAsync("generic/demo", "?since=2026-03-02T11:00:00%2B01:00")).Json;

        Assert.Equal((1, 1), (report.GetProperty("found").GetInt32(), report.GetProperty("sent").GetInt32()));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), Assert.Single(_fixture.History.Read).Since);
        var account = (await Host.GetAsync("api/platforms")).Json.GetProperty("accounts")[0];
        Assert.Equal((1, 0, 1), (
            account.GetProperty("found").GetInt32(), account.GetProperty("saved").GetInt32(), account.GetProperty("waiting").GetInt32()));
        Assert.True(account.TryGetProperty("lastSweptAt", out _));
    }

    [Fact]
    public async Task A_platform_that_is_down_is_told_of_in_the_answer_and_in_the_list()
    {
        _fixture.History.Pages.Add(null);
        Assert.Equal("The platform is down.", (await SweepAsync("generic/demo")).Json.GetProperty("error").GetString());
        Assert.Equal(
            "The platform is down.", (await Host.GetAsync("api/platforms")).Json.GetProperty("accounts")[0].GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("?since=yesterday")]
    [InlineData("?since=2026-03-02T11:00:00")]
    [InlineData("?since=2026-03-02")]
    [InlineData("?since=0001-01-01T00:00:00Z")]
    public async Task A_time_without_a_zone_or_none_at_all_is_refused(string query) =>
        (await SweepAsync("generic/demo", query)).IsProblem(400, "query-invalid", "since");

    [Fact]
    public async Task An_account_that_is_not_there_or_has_no_history_is_told_apart()
    {
        (await SweepAsync("generic/other")).IsProblem(404, "platform-account-unknown");
        (await SweepAsync("telepathy/demo")).IsProblem(404, "platform-account-unknown");
        (await SweepAsync("chatwoot/support")).IsProblem(409, "history-missing");
    }

    private Task<Answer> SweepAsync(string account, string query = "") =>
        Host.SendAsync(HttpMethod.Post, $"api/platforms/{account}/sweep{query}");
}
