using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Routing;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class AdvisorsEndpointTests : IAsyncLifetime
{
    private const string Profile = """{"id":"a-new","firstName":"Nadia","skills":{"billing":2},"languages":["fr"]}""";

    private readonly WebFixture _fixture = new();
    private LoopbackHost? _host;

    private LoopbackHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        await new RoutingSeed(_fixture.Tables).PlantAsync(TestContext.Current.CancellationToken);
        _host = await LoopbackHost.StartAsync(_fixture);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task An_advisor_is_added_read_and_changed_under_the_state_that_was_read()
    {
        var added = (await PutAsync("advisors/a-new", Profile)).Json;
        Assert.Equal(3, added.GetProperty("profile").GetProperty("capacity").GetInt32());
        Assert.True(added.GetProperty("takes").GetBoolean());
        var tag = added.GetProperty("eTag").GetString()!;

        (await PutAsync("advisors/a-new", Profile)).IsProblem(428, "if-match-missing", "If-Match");
        var changed = await PutAsync("advisors/a-new", Profile.Replace("Nadia", "Nora", StringComparison.Ordinal), tag);
        Assert.Equal("Nora", changed.Json.GetProperty("profile").GetProperty("firstName").GetString());
        (await PutAsync("advisors/a-new", Profile, tag)).IsProblem(412, "text-changed", "If-Match");

        var all = (await Host.GetAsync("api/advisors")).Json.GetProperty("advisors").EnumerateArray();
        Assert.Contains(all, advisor => advisor.GetProperty("profile").GetProperty("id").GetString() == "a-new");
    }

    [Theory]
    [InlineData(""" "skills":{"billing":4} """, "skills.billing")]
    [InlineData(""" "skills":{} """, "skills")]
    [InlineData(""" "languages":["de"] """, "languages")]
    [InlineData(""" "capacity":0 """, "capacity")]
    [InlineData(""" "firstName":"" """, "firstName")]
    [InlineData(""" "id":"a-other" """, "id")]
    [InlineData(""" "schedule":{"timeZone":"Paris","days":{}} """, "schedule.timeZone")]
    [InlineData(""" "schedule":{"noon":"25:00","days":{}} """, "schedule.noon")]
    [InlineData(""" "schedule":{"days":{"lundi":{"morning":"chat","afternoon":"off"}}} """, "schedule.days.lundi")]
    [InlineData(""" "slots":3 """, "slots")]
    public async Task What_is_wrong_with_a_profile_is_named(string part, string field)
    {
        var whole = JsonNode.Parse(Profile)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{part}}}")!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        (await PutAsync("advisors/a-new", whole.ToJsonString())).IsProblem(400, "body-invalid", field);
    }

    [Fact]
    public async Task Presence_and_heartbeats_say_whether_an_advisor_takes_conversations()
    {
        Assert.False((await PutAsync("advisors/a-nadia/presence", """{"state":"pause"}""")).Json.GetProperty("takes").GetBoolean());
        Assert.True((await PutAsync("advisors/a-nadia/presence", """{"state":"present"}""")).Json.GetProperty("takes").GetBoolean());
        Assert.True((await Host.SendAsync(HttpMethod.Post, "api/advisors/a-nadia/heartbeat")).Json.GetProperty("takes").GetBoolean());
        var directory = new AdvisorDirectory(_fixture.Tables, TimeProvider.System);
        await directory.ChangeAsync(
            (await directory.FindAsync("a-nadia", TestContext.Current.CancellationToken))!,
            advisor => advisor with { Presence = advisor.Presence with { HeartbeatAt = advisor.Presence.HeartbeatAt!.Value.AddMinutes(-3) } },
            TestContext.Current.CancellationToken);
        Assert.False((await Host.GetAsync("api/advisors/a-nadia")).Json.GetProperty("takes").GetBoolean());
        Assert.True((await Host.SendAsync(HttpMethod.Post, "api/advisors/a-nadia/heartbeat")).Json.GetProperty("takes").GetBoolean());
    }

    [Fact]
    public async Task A_presence_that_cannot_be_is_refused()
    {
        (await PutAsync("advisors/a-nadia/presence", "{}")).IsProblem(400, "body-invalid", "state");
        (await PutAsync("advisors/a-nadia/presence", """{"state":"asleep"}""")).IsProblem(400, "body-invalid", "state");
        (await PutAsync("advisors/a-nadia/presence", """{"state":"pause","until":"2001-01-01T00:00:00Z"}""")).IsProblem(400, "body-invalid", "until");
        (await PutAsync("advisors/a-nobody/presence", """{"state":"pause"}""")).IsProblem(404, "advisor-unknown", "id");
        (await Host.SendAsync(HttpMethod.Post, "api/advisors/a-nobody/heartbeat")).IsProblem(404, "advisor-unknown", "id");
    }

    [Theory]
    [InlineData("calendars", "\"always\",", "\"never\",", "default")]
    [InlineData("capacity", "\"angry\": 1.5", "\"angry\": 9", "efforts.angry")]
    public async Task Routing_data_is_replaced_under_the_state_that_was_read_and_faults_are_named(
        string name, string valid, string invalid, string field)
    {
        var request = await Host.Client.GetAsync(new Uri($"api/routing/{name}", UriKind.Relative), TestContext.Current.CancellationToken);
        var json = await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var tag = request.Headers.ETag!.ToString();

        (await PutAsync($"routing/{name}", json)).IsProblem(428, "if-match-missing", "If-Match");
        (await PutAsync($"routing/{name}", json.Replace(valid, invalid, StringComparison.Ordinal), tag)).IsProblem(400, "body-invalid", field);
        var version = await PutAsync($"routing/{name}", json.Replace("\"version\": \"1\"", "\"version\": \"2\"", StringComparison.Ordinal), tag);
        Assert.Equal("2", version.Json.GetProperty("version").GetString());
        (await PutAsync($"routing/{name}", json, tag)).IsProblem(412, "text-changed", "If-Match");
        Assert.Equal("2", (await Host.GetAsync($"api/routing/{name}")).Json.GetProperty("version").GetString());
    }

    private async Task<Answer> PutAsync(string path, string json, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/{path}")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using var response = await Host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
    }
}
