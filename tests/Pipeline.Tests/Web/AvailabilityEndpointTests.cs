using Pipeline.Routing;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;
using Pipeline.Tests.Routing.Capacity;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class AvailabilityEndpointTests : IAsyncLifetime
{
    private readonly WebFixture _fixture = new();

    public async ValueTask InitializeAsync() => await new RoutingSeed(_fixture.Tables).PlantAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", 60)]
    [InlineData("?page=/assistance/box", 30)]
    [InlineData("?page=/shop&language=fr&brand=lumo", 60)]
    public async Task With_a_free_place_the_window_is_shown_and_proposed_after_the_time_of_the_page(string query, int seconds)
    {
        var answer = (await AskAsync(query)).Json;
        Assert.True(answer.GetProperty("show").GetBoolean());
        Assert.Equal(seconds, answer.GetProperty("proposeAfterSeconds").GetInt32());
        Assert.Equal(0, answer.GetProperty("waitSeconds").GetInt32());
    }

    [Fact]
    public async Task It_may_be_kept_for_seconds_and_read_by_any_page()
    {
        var context = _fixture.Request();
        await (await AvailabilityEndpoint.GetAsync(context.Request, TestContext.Current.CancellationToken)).ExecuteAsync(context);
        Assert.Equal("public, max-age=5", context.Response.Headers.CacheControl);
        Assert.Equal("*", context.Response.Headers.AccessControlAllowOrigin);
    }

    [Fact]
    public async Task With_all_places_taken_it_says_how_long_and_proposes_nothing_and_with_nobody_there_it_shows_nothing()
    {
        await ChangeAsync(advisor => advisor with { Claims = [.. Enumerable.Range(0, 3).Select(number => new AdvisorClaim($"c-{number}", 1))] });
        var busy = (await AskAsync()).Json;
        Assert.True(busy.GetProperty("show").GetBoolean());
        Assert.False(busy.TryGetProperty("proposeAfterSeconds", out _));
        Assert.InRange(busy.GetProperty("waitSeconds").GetInt32(), 1, 720);

        _fixture.Clock.Advance(TimeSpan.FromSeconds(6));
        await ChangeAsync(advisor => advisor with { Presence = new AdvisorPresence(PresenceState.Gone) });
        Assert.False((await AskAsync()).Json.GetProperty("show").GetBoolean());
    }

    [Fact]
    public async Task While_closed_it_says_when_it_opens()
    {
        var calendars = new CalendarRulesSource(_fixture.Tables, _fixture.Clock);
        var (json, etag) = await calendars.ReadStoredAsync(TestContext.Current.CancellationToken);
        await calendars.StoreAsync(
            json.Replace("\"default\": \"always\"", "\"default\": \"service-france\"", StringComparison.Ordinal), etag, TestContext.Current.CancellationToken);
        _fixture.Clock.Advance(new DateTimeOffset(2031, 3, 9, 16, 0, 0, TimeSpan.Zero) - _fixture.Clock.GetUtcNow());

        var answer = (await AskAsync()).Json;
        Assert.False(answer.GetProperty("open").GetBoolean());
        Assert.Equal("We are back tomorrow at 8:00.", answer.GetProperty("outOfHours").GetProperty("english").GetString());
    }

    [Theory]
    [InlineData("?page=assistance", "page")]
    [InlineData("?language=de", "language")]
    [InlineData("?site=1", "site")]
    public async Task What_is_wrong_is_named(string query, string field)
    {
        var answer = await AskAsync(query);
        answer.IsProblem(400, field == "site" ? "query-unknown" : "query-invalid", field);
    }

    [Fact]
    public async Task Many_visitors_read_no_more_than_one()
    {
        var tables = new CrashingTables();
        await new RoutingSeed(tables).PlantAsync(TestContext.Current.CancellationToken);
        var clock = new FakeClock();
        using var reader = new Pipeline.Routing.Availability.AvailabilityReader(
            new AdvisorDirectory(tables, clock),
            new WaitingLine(tables, clock),
            new RoutingRulesSource(tables, clock),
            new CapacityRulesSource(tables, clock),
            new CalendarRulesSource(tables, clock),
            clock);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() =>
            reader.ReadAsync($"/page-{number}", $"brand-{number}", "fr", TestContext.Current.CancellationToken).AsTask())));
        Assert.Equal(2, tables.QueryCount);
    }

    private Task<Answer> AskAsync(string query = "") => _fixture.AskAsync(AvailabilityEndpoint.GetAsync, query);

    private async Task ChangeAsync(Func<Advisor, Advisor> change)
    {
        var directory = new AdvisorDirectory(_fixture.Tables, _fixture.Clock);
        foreach (var advisor in await directory.ReadAsync(TestContext.Current.CancellationToken))
        {
            await directory.ChangeAsync(advisor, change, TestContext.Current.CancellationToken);
        }
    }
}
