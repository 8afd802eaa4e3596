using System.Text;
using Pipeline.Messages;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class FeedbackEndpointTests : IAsyncLifetime
{
    private const string Version = """{"messageId":"m1","orderKey":"20260302T0900000000000-m1","position":1}""";

    private readonly WebFixture _fixture = new();
    private LoopbackHost? _host;

    public async ValueTask InitializeAsync()
    {
        await KnowAsync();
        _host = await LoopbackHost.StartAsync(_fixture);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task A_suggestion_that_answers_the_conversation_may_be_used()
    {
        var answer = await TellAsync($$"""{"id":"f-1","kind":"sent","suggestionId":"s-1","version":{{Version}},"text":"une !"}""");
        Assert.Equal((200, "sent"), (answer.Status, answer.Json.GetProperty("kind").GetString()));
        Assert.Equal(0.4, answer.Json.GetProperty("distance").GetDouble());
        Assert.Equal(answer.Body, (await TellAsync($$"""{"id":"f-1","kind":"sent","suggestionId":"s-1","version":{{Version}}}""")).Body);
    }

    [Theory]
    [InlineData("inserted")]
    [InlineData("sent")]
    public async Task One_that_does_not_is_refused_with_the_reason(string kind)
    {
        await KnowAsync(Samples.Said("m2", SenderRole.Customer));
        var answer = await TellAsync($$"""{"id":"f-1","kind":"{{kind}}","suggestionId":"s-1","version":{{Version}}}""");
        answer.IsProblem(409, "suggestion-withdrawn", "version");
        Assert.Contains("customerWroteAgain", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"f","suggestionId":"s-1"}""", "kind")]
    [InlineData("""{"id":"f","kind":"liked"}""", "kind")]
    [InlineData("""{"kind":"shown","suggestionId":"s-1"}""", "id")]
    [InlineData("""{"id":"f","kind":"shown"}""", "suggestionId")]
    [InlineData("""{"id":"f","kind":"shown","suggestionId":"s-1"}""", "version")]
    [InlineData("""{"id":"f","kind":"shown","suggestionId":"s-1","version":{"messageId":"m","orderKey":"a/b-?","position":1}}""", "version.orderKey")]
    [InlineData("""{"id":"f","kind":"horsCadre"}""", "reason")]
    [InlineData("""{"id":"f","kind":"horsCadre","reason":"wrongTone"}""", "reason")]
    [InlineData("""{"id":"f","kind":"shown","suggestionId":"s-1","reason":"other"}""", "reason")]
    [InlineData("""{"id":"f","kind":"horsCadre","reason":"other","suggestionId":"s-1"}""", "suggestionId")]
    [InlineData("""{"id":"f","kind":"sent","suggestionId":"s-1","version":{"messageId":"m1","orderKey":"1-m1","position":1},"text":"Voici {amount}."}""", "text")]
    [InlineData("""{"id":"f","kind":"shown","advisor":"nadia"}""", "advisor")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public async Task Feedback_that_is_not_valid_is_refused_by_name(string body, string? field) =>
        (await TellAsync(body)).IsProblem(400, "body-invalid", field);

    [Fact]
    public async Task Edited_needs_its_text() =>
        (await TellAsync($$"""{"id":"f","kind":"edited","suggestionId":"s-1","version":{{Version}}}""")).IsProblem(400, "body-invalid", "text");

    [Fact]
    public async Task What_is_not_known_and_what_is_no_feedback_at_all_are_problems()
    {
        (await TellAsync($$"""{"id":"f","kind":"shown","suggestionId":"s-9","version":{{Version}}}""")).IsProblem(404, "suggestion-unknown", "suggestionId");
        (await TellAsync("""{"kind":"writing"}""", key: "generic~demo~nobody")).IsProblem(404, "conversation-unknown", "key");
        (await TellAsync("{}", mediaType: "text/plain")).IsProblem(415, "media-type-unsupported", "Content-Type");
        (await TellAsync(new string(' ', 40_000))).IsProblem(413, "body-too-large");
    }

    [Fact]
    public async Task Writing_and_leaving_the_frame_need_no_suggestion()
    {
        Assert.Equal(200, (await TellAsync("""{"kind":"writing"}""")).Status);
        Assert.Equal(200, (await TellAsync("""{"id":"f-2","kind":"horsCadre","reason":"goodwillGesture"}""")).Status);
    }

    [Theory]
    [InlineData("", 200, null)]
    [InlineData("?from=2026-03-01&to=2026-03-31", 200, null)]
    [InlineData("?from=2026-03-01&to=2026-04-01", 400, "from")]
    [InlineData("?from=2026-03-02&to=2026-03-01", 400, "from")]
    [InlineData("?from=yesterday", 400, "from")]
    [InlineData("?advisor=nadia", 400, "advisor")]
    public async Task A_report_is_over_some_days_and_never_of_a_person(string query, int status, string? field)
    {
        var answer = await _host!.GetAsync($"api/suggestions/report{query}");
        Assert.Equal(status, answer.Status);
        Assert.Equal(field, answer.Json.TryGetProperty("field", out var wrong) ? wrong.GetString() : null);
        if (status == 200)
        {
            Assert.Equal(6, answer.Json.GetProperty("groups").GetArrayLength());
        }
    }

    private Task KnowAsync(params Ports.TranscriptMessage[] more) =>
        _fixture.KnowAsync(Samples.Transcript([Samples.Said("m1", SenderRole.Customer, "une"), .. more]));

    private async Task<Answer> TellAsync(string body, string mediaType = "application/json", string key = Samples.Key)
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        return await _host!.SendAsync(HttpMethod.Post, $"api/conversations/{key}/feedback", content);
    }
}
