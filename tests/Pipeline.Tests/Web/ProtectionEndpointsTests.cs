using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Protection.Erasure;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class ProtectionEndpointsTests
{
    private const string Customer = "api/customers/generic/v-1";

    private readonly WebFixture _fixture = KeyedHost.Fixture(options => options.Key("admin-key", "administrator"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_gets_all_that_is_kept_and_the_reading_is_written_down()
    {
        await using var host = await StartAsync();
        (await host.GetAsync("api/customers/generic/v-99")).IsProblem(404, "customer-unknown");
        var report = (await host.GetAsync(Customer)).Json;
        var conversation = Assert.Single(report.GetProperty("conversations").EnumerateArray());
        var messages = conversation.GetProperty("conversation").EnumerateArray()
            .Where(item => item.GetProperty("kind").GetString() == "message").Select(item => item.GetProperty("text").GetString());
        Assert.Equal(["Où est ma box ?", "Je regarde."], messages);

        // What a column holds as JSON is shown as what it says.
        var head = conversation.GetProperty("conversation").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == "head");
        Assert.Equal("v-1", head.GetProperty("conversation").GetProperty("customerId").GetString());
        var audit = (await host.GetAsync("api/audit?name=administrator-1")).Json.GetProperty("entries").EnumerateArray().ToArray();
        Assert.Equal(2, audit.Length);
        Assert.All(audit, entry => Assert.StartsWith("customer~", entry.GetProperty("place").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_erasure_is_asked_for_carried_on_and_told()
    {
        await using var host = await StartAsync();
        var asked = await SendAsync(host, HttpMethod.Delete, Customer, """{"identifiers":["06 12 34 56 78"]}""");
        Assert.Equal(HttpStatusCode.Accepted, asked.Status);
        var id = asked.Json.GetProperty("id").GetString()!;
        Assert.Equal("requested", (await host.GetAsync($"api/erasures/{id}")).Json.GetProperty("state").GetString());
        Assert.Equal(id, (await SendAsync(host, HttpMethod.Delete, Customer, "")).Json.GetProperty("id").GetString());

        await host.Service<Eraser>().RunAsync(id, Token);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(3));
        await host.Service<Eraser>().RunAsync(id, Token);
        var receipt = (await host.GetAsync($"api/erasures/{id}")).Json.GetProperty("receipt");
        Assert.Equal(("done", 1, "administrator-1"), (
            receipt.GetProperty("outcome").GetString(), receipt.GetProperty("conversations").GetInt32(), receipt.GetProperty("requestedBy").GetString()));
        Assert.Equal(id, (await host.GetAsync("api/erasures?limit=1")).Json.GetProperty("erasures")[0].GetProperty("id").GetString());
        (await host.GetAsync(Customer)).IsProblem(404, "customer-unknown");
        (await host.GetAsync("api/erasures/none")).IsProblem(404, "erasure-unknown");
    }

    [Theory]
    [InlineData("""{"identifiers":["a"]}""", "identifiers")]
    [InlineData("""{"conversations":["no key"]}""", "conversations")]
    [InlineData("""{"customers":[{"platform":"","id":"1"}]}""", "customers")]
    public async Task What_is_wrong_with_an_order_is_named(string body, string field)
    {
        await using var host = await StartAsync();
        var answer = await SendAsync(host, HttpMethod.Delete, Customer, body);
        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Json.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_hold_refuses_the_erasure_until_it_is_taken_off()
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(host, HttpMethod.Put, "api/holds/customers/generic/v-1", """{"reason":"two words"}""")).Status);
        var held = await SendAsync(host, HttpMethod.Put, "api/holds/customers/generic/v-1", """{"reason":"dispute-1"}""");
        Assert.Equal(("dispute-1", "administrator-1"), (
            held.Json.GetProperty("holds")[0].GetProperty("reason").GetString(), held.Json.GetProperty("holds")[0].GetProperty("by").GetString()));
        var refused = await SendAsync(host, HttpMethod.Delete, Customer, "");
        Assert.Equal((HttpStatusCode.Conflict, "urn:pipeline:problem:legal-hold"), (refused.Status, refused.Json.GetProperty("type").GetString()));
        await SendAsync(host, HttpMethod.Put, $"api/holds/conversations/{Said.Conversation.Key}", """{"reason":"dispute-2"}""");
        await SendAsync(host, HttpMethod.Delete, "api/holds/customers/generic/v-1", "");
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(host, HttpMethod.Delete, Customer, "")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(host, HttpMethod.Delete, $"api/customers/conversations/{Said.Conversation.Key}", "")).Status);
        Assert.Equal(1, (await host.GetAsync("api/holds")).Json.GetProperty("holds").GetArrayLength());
    }

    [Fact]
    public async Task The_audit_is_read_newest_first_page_by_page_over_days()
    {
        await using var host = await StartAsync();
        List<string> read = [];
        for (var day = 0; day < 3; day++)
        {
            await host.GetAsync($"api/customers/generic/v-{day}");
            await host.GetAsync("api/holds");
            _fixture.Clock.Advance(TimeSpan.FromDays(1));
        }

        string? continuation = null;
        do
        {
            var query = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = (await host.GetAsync($"api/audit?limit=4{query}")).Json;
            read.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => $"{entry.GetProperty("at").GetDateTimeOffset():O} {entry.GetProperty("endpoint")}"));
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        Assert.Equal(6, read.Count);
        Assert.Equal(read.Select(line => line[..10]).OrderDescending(StringComparer.Ordinal), read.Select(line => line[..10]));
        (await host.GetAsync("api/audit?continuation=madeup")).IsProblem(400, "query-invalid");
        (await host.GetAsync("api/audit?from=2026-03-05&to=2026-03-01")).IsProblem(400, "query-invalid");
    }

    [Fact]
    public async Task The_vault_asks_for_a_reason_and_says_where_there_is_none()
    {
        await using var host = await StartAsync();
        (await host.GetAsync($"api/originals/{Samples.Key}")).IsProblem(400, "query-invalid");
        (await host.GetAsync($"api/originals/{Samples.Key}?reason=curiosity")).IsProblem(400, "query-invalid");
        (await host.GetAsync($"api/originals/{Samples.Key}?reason=fraud")).IsProblem(409, "configuration-missing");
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(host, HttpMethod.Post, "api/storage/compact", "{}")).Status);
        Assert.Equal(0, (await host.GetAsync("api/retention")).Json.GetProperty("rules").GetArrayLength());
    }

    private async Task<RunningHost> StartAsync()
    {
        await new Recorder(_fixture.Tables).RecordAsync(Said.Customer(0, "Où est ma box ?"), Said.Advisor(10, "Je regarde."));
        var host = await LoopbackHost.StartAsync(_fixture);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "admin-key");
        return new RunningHost(host, _fixture);
    }

    private static async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Json)> SendAsync(
        RunningHost host, HttpMethod method, string address, string body)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await host.Host.Client.SendAsync(request, Token);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token));
    }

    private sealed record RunningHost(LoopbackHost Host, WebFixture Fixture) : IAsyncDisposable
    {
        public Task<Answer> GetAsync(string address) => Host.GetAsync(address);

        public T Service<T>()
            where T : notnull => Fixture.Request().RequestServices.GetRequiredService<T>();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
