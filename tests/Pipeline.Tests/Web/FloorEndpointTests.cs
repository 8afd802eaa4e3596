using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Messages;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Web;

public sealed class FloorEndpointTests : IAsyncLifetime
{
    private readonly WebFixture _fixture = new();
    private LoopbackHost? _host;

    private static string Address => $"api/conversations/{Said.Conversation.Key}/floor";

    public async ValueTask InitializeAsync()
    {
        await RecordAsync(Said.Customer(0, "bonjour"));
        _host = await LoopbackHost.StartAsync(_fixture);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task A_bot_gets_leave_until_a_person_accepts_and_again_after_they_hand_back()
    {
        var floor = (await _host!.GetAsync(Address)).Json;
        Assert.Equal("bot", floor.GetProperty("holder").GetString());
        var version = floor.GetProperty("version").GetRawText();
        Assert.Equal(200, (await ClaimAsync($$"""{"id":"b-1","version":{{version}}}""")).Status);

        Assert.Equal("accepted", (await PostAsync(Address, """{"holder":"human"}""")).Json.GetProperty("cause").GetString());
        var refused = await ClaimAsync($$"""{"id":"b-1","version":{{version}}}""");
        refused.IsProblem(409, "floor-taken");
        Assert.Contains("accepted", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await PostAsync(Address, """{"holder":"bot"}""");
        (await ClaimAsync($$"""{"id":"b-2","version":{{version}}}""")).IsProblem(409, "floor-claimed", "id");
        await RecordAsync(Said.Customer(5, "allô ?"));
        (await ClaimAsync($$"""{"id":"b-1","version":{{version}}}""")).IsProblem(409, "conversation-moved-on", "version");
    }

    [Theory]
    [InlineData("", """{}""", "holder")]
    [InlineData("", """{"holder":"nobody"}""", "holder")]
    [InlineData("", """{"holder":"bot","advisor":"nadia"}""", "advisor")]
    [InlineData("/claims", """{"version":{"orderKey":"k","position":1}}""", "id")]
    [InlineData("/claims", """{"id":"b","version":{"orderKey":"k","position":0}}""", "version")]
    [InlineData("/claims", """{"id":"b"}""", "version")]
    [InlineData("/claims", "null", null)]
    public async Task A_body_that_is_not_valid_is_refused_by_name(string path, string body, string? field) =>
        (await PostAsync(Address + path, body)).IsProblem(400, "body-invalid", field);

    [Fact]
    public async Task What_is_not_known_and_what_is_no_order_at_all_are_problems()
    {
        const string Unknown = "api/conversations/generic~demo~nobody/floor";
        (await _host!.GetAsync(Unknown)).IsProblem(404, "conversation-unknown", "key");
        (await PostAsync(Unknown, """{"holder":"human"}""")).IsProblem(404, "conversation-unknown", "key");
        (await PostAsync($"{Unknown}/claims", """{"id":"b","version":{"orderKey":"k","position":1}}""")).IsProblem(404, "conversation-unknown", "key");
        (await PostAsync(Address, "{}", "text/plain")).IsProblem(415, "media-type-unsupported", "Content-Type");
        (await PostAsync(Address, new string(' ', 5_000))).IsProblem(413, "body-too-large");
    }

    private Task<StageResult<MessageScored>> RecordAsync(MessageAnalyzed message) =>
        new RecordStage(_fixture.Tables, NullLogger<RecordStage>.Instance).RunAsync(message, TestContext.Current.CancellationToken);

    private Task<Answer> ClaimAsync(string body) => PostAsync($"{Address}/claims", body);

    private async Task<Answer> PostAsync(string address, string body, string mediaType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        return await _host!.SendAsync(HttpMethod.Post, address, content);
    }
}
