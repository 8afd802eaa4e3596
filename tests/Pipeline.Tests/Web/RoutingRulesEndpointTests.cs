using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class RoutingRulesEndpointTests : IAsyncLifetime
{
    private const string Address = "api/routing/rules";

    private readonly WebFixture _fixture = KeyedHost.Fixture(options => options.Key("administrator-key", "administrator"));

    private LoopbackHost? _host;

    public async ValueTask InitializeAsync()
    {
        await new RoutingSeed(_fixture.Tables).PlantAsync(TestContext.Current.CancellationToken);
        _host = await LoopbackHost.StartAsync(_fixture);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task Saved_rules_are_in_force_and_the_former_ones_are_kept()
    {
        var before = await AskAsync("GET", Address);
        var saved = await AskAsync("PUT", Address, Body("v2", 0.8), before.Tag);

        Assert.Equal((200, "administrator-1"), (saved.Answer.Status, saved.Answer.Json.GetProperty("savedBy").GetString()));
        Assert.Equal(0.8, (await AskAsync("GET", Address)).Answer.Json.GetProperty("rules").GetProperty("hardAt").GetDouble());
        var versions = (await AskAsync("GET", $"{Address}/versions")).Answer.Json;
        Assert.Equal("v2", versions.GetProperty("inForce").GetString());
        Assert.Equal(2, versions.GetProperty("versions").GetArrayLength());
        var old = await AskAsync("GET", $"{Address}/versions/{RoutingSeed.ReadRules().Version}");
        Assert.Equal(1, old.Answer.Json.GetProperty("rules").GetProperty("hardAt").GetDouble());
        (await AskAsync("GET", $"{Address}/versions/none")).Answer.IsProblem(404, "rules-version-unknown");
    }

    [Fact]
    public async Task A_decision_made_after_the_edit_names_the_new_version()
    {
        var source = new RoutingRulesSource(_fixture.Tables, _fixture.Clock);
        await AskAsync("PUT", Address, Body("v2", 0.8), (await AskAsync("GET", Address)).Tag);

        Assert.Equal("v2", (await source.ReadAsync(TestContext.Current.CancellationToken)).Version);
    }

    [Fact]
    public async Task An_edit_of_a_state_that_is_gone_and_one_that_names_none_are_refused()
    {
        var before = await AskAsync("GET", Address);
        await AskAsync("PUT", Address, Body("v2", 0.8), before.Tag);

        (await AskAsync("PUT", Address, Body("v3", 0.9), before.Tag)).Answer.IsProblem(412, "rules-changed", "If-Match");
        (await AskAsync("PUT", Address, Body("v3", 0.9))).Answer.IsProblem(428, "if-match-missing", "If-Match");
    }

    [Fact]
    public async Task A_name_stands_for_one_set_of_rules_for_ever()
    {
        var first = await AskAsync("GET", Address);
        (await AskAsync("PUT", Address, Body(RoutingSeed.ReadRules().Version, 0.8), first.Tag)).Answer.IsProblem(409, "rules-version-taken", "version");
        var second = await AskAsync("PUT", Address, Body("v2", 0.8), first.Tag);
        (await AskAsync("PUT", Address, Body(RoutingSeed.ReadRules().Version, 0.8), second.Tag)).Answer.IsProblem(409, "rules-version-taken", "version");
    }

    [Fact]
    public async Task A_fault_is_answered_with_its_path()
    {
        var tag = (await AskAsync("GET", Address)).Tag;
        var answer = await AskAsync("PUT", Address, Body("v2", 1, rules => rules[3]!["when"] = new JsonObject { ["signal"] = "xyz" }), tag);

        answer.Answer.IsProblem(400, "rules-invalid", "rules[3].when.signal");
        Assert.Contains("'xyz' is not a known signal; known are", answer.Answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changed_the_rules_is_written_down()
    {
        await AskAsync("PUT", Address, Body("v2", 0.8), (await AskAsync("GET", Address)).Tag);
        var page = await _fixture.Tables.QueryAsync(
            TableNames.Audit, new TableQuery("routing~rules"), TestContext.Current.CancellationToken);

        Assert.Equal("administrator-1", Assert.Single(page.Rows).Text("Name"));
    }

    private static string Body(string version, double hardAt, Action<JsonArray>? edit = null)
    {
        using var stream = typeof(RoutingSeed).Assembly.GetManifestResourceStream("routing-rules.json")!;
        var rules = JsonNode.Parse(stream)!;
        rules["version"] = version;
        rules["hardAt"] = hardAt;
        edit?.Invoke(rules["rules"]!.AsArray());
        return rules.ToJsonString();
    }

    private async Task<(Answer Answer, string? Tag)> AskAsync(string method, string address, string? body = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("X-Api-Key", "administrator-key");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using var response = await _host!.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), text), response.Headers.ETag?.ToString());
    }
}
