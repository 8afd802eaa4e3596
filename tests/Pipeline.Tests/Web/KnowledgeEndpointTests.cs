using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Glossary;
using Pipeline.Routing;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class KnowledgeEndpointTests : IAsyncLifetime
{
    private static readonly string[] OneTrade = ["billing"];

    private readonly WebFixture _fixture = KeyedHost.Fixture(options =>
    {
        options.Key("advisor-key", "advisor");
        options.Key("quality-key", "quality");
    });

    private LoopbackHost? _host;

    public async ValueTask InitializeAsync()
    {
        _host = await LoopbackHost.StartAsync(_fixture);
        _fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full);
        await new GlossarySeed(_fixture.Tables).PlantAsync(TestContext.Current.CancellationToken);
        await new RoutingSeed(_fixture.Tables).PlantAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task A_question_is_asked_taken_answered_and_published_over_the_api()
    {
        var asked = await AskAsync("advisor", "POST", "api/questions", new { id = "q-1", text = "Que faire du 06 12 34 56 78 et du répéteur mesh ?", language = "fr", conversation = Samples.Key });
        Assert.Equal((201, "advisor-1"), (asked.Status, asked.Json.GetProperty("advisors")[1].GetString()));
        Assert.DoesNotContain("34 56", asked.Body, StringComparison.Ordinal);
        var id = asked.Json.GetProperty("id").GetString();

        Assert.Equal("taken", (await AskAsync("advisor", "POST", $"api/questions/{id}/take")).Json.GetProperty("status").GetString());
        (await AskAsync("quality", "POST", $"api/questions/{id}/take")).IsProblem(409, "question-taken");
        var answered = await AskAsync("advisor", "POST", $"api/questions/{id}/answer", new { kind = "article", text = "Bouton WPS.", title = "Appairer" });
        var article = answered.Json.GetProperty("answer").GetProperty("id").GetString();

        var draft = await AskAsync("quality", "GET", $"api/articles/fr/{article}");
        var approved = await AskAsync("quality", "POST", $"api/articles/fr/{article}/approve", etag: draft.Json.GetProperty("eTag").GetString());
        Assert.Equal(200, approved.Status);
        var published = (await AskAsync("advisor", "GET", "api/questions?status=published")).Json.GetProperty("questions");
        Assert.Equal($"article:{article}", Assert.Single(published.EnumerateArray()).GetProperty("source").GetString());
        Assert.Contains(_fixture.Tables.Dump(), entry => entry.Table == TableNames.Audit && entry.Row.PartitionKey == "questions~list");
    }

    [Theory]
    [InlineData("""{"text":"x","language":"fr"}""", "id")]
    [InlineData("""{"id":"a/b","text":"x","language":"fr"}""", "id")]
    [InlineData("""{"id":"a","text":" ","language":"fr"}""", "text")]
    [InlineData("""{"id":"a","text":"x","language":"de"}""", "language")]
    [InlineData("""{"id":"a","text":"x","language":"fr","conversation":"c-1"}""", "conversation")]
    [InlineData("""{"id":"a","text":"x","language":"fr","conversation":"generic~demo~none"}""", "conversation")]
    public async Task A_body_that_is_wrong_names_the_field(string body, string field) =>
        (await AskAsync("advisor", "POST", "api/questions", JsonDocument.Parse(body).RootElement)).IsProblem(400, "body-invalid", field);

    [Fact]
    public async Task A_session_takes_questions_while_it_goes_on_and_is_copied_empty()
    {
        var body = new { id = "lan-1", title = "Une heure", site = "lyon", trades = new[] { "billing", "technical" }, from = "2026-01-01T09:00:00Z", to = "2026-01-01T11:00:00Z" };
        (await AskAsync("advisor", "POST", "api/sessions", body)).IsProblem(403, "role-missing");
        (await AskAsync("quality", "POST", "api/sessions", new { body.id, body.title, body.site, trades = OneTrade, body.from, body.to })).IsProblem(400, "body-invalid", "trades");
        Assert.Equal(201, (await AskAsync("quality", "POST", "api/sessions", body)).Status);
        (await AskAsync("quality", "POST", "api/sessions", body)).IsProblem(409, "session-exists", "id");
        (await AskAsync("advisor", "POST", "api/questions", new { id = "a", text = "répéteur mesh", language = "fr", session = "lan-1" })).IsProblem(409, "session-over", "session");
        (await AskAsync("advisor", "POST", "api/questions", new { id = "a", text = "répéteur mesh", language = "fr", session = "lan-9" })).IsProblem(404, "session-unknown", "session");

        var copy = await AskAsync("quality", "POST", "api/sessions/lan-1/copies", new { id = "lan-2", site = "lille", body.from, body.to });
        Assert.Equal((201, "lan-1", "lille"), (copy.Status, copy.Json.GetProperty("template").GetString(), copy.Json.GetProperty("site").GetString()));
        Assert.Equal(0, (await AskAsync("advisor", "GET", "api/sessions/lan-2")).Json.GetProperty("questions").GetArrayLength());
    }

    [Fact]
    public async Task The_glossary_marks_a_text_and_is_edited_with_the_state_that_was_read()
    {
        var marked = await AskAsync("advisor", "GET", "api/glossary?text=Le%20PTO%20et%20le%20pto");
        Assert.Equal("prise terminale optique", Assert.Single(marked.Json.GetProperty("marks").EnumerateArray()).GetProperty("meanings")[0].GetString());

        const string Address = "api/glossary/fr/PTO?trade=technical";
        (await AskAsync("advisor", "PUT", Address, new { meaning = "autre" })).IsProblem(403, "role-missing");
        (await AskAsync("quality", "PUT", Address, new { meaning = "autre" })).IsProblem(428, "if-match-missing", "If-Match");
        var read = await AskAsync("quality", "GET", Address);
        var written = await AskAsync("quality", "PUT", Address, new { meaning = "prise de la fibre" }, read.Json.GetProperty("eTag").GetString());
        Assert.Equal((200, 2, 1), (written.Status, written.Json.GetProperty("entry").GetProperty("version").GetInt32(), written.Json.GetProperty("history").GetArrayLength()));
        Assert.Equal(201, (await AskAsync("quality", "PUT", "api/glossary/en/GZT", new { meaning = "something" })).Status);
        (await AskAsync("quality", "PUT", "api/glossary/de/GZT", new { meaning = "something" })).IsProblem(404, "entry-unknown", "id");
    }

    [Fact]
    public async Task Only_the_advisor_says_whether_they_want_to_be_named()
    {
        (await AskAsync("advisor", "PUT", "api/advisors/a-nadia/consent", new { optIn = true })).IsProblem(403, "not-yours", "id");
        (await AskAsync("quality", "PUT", "api/advisors/advisor-1/consent", new { optIn = true })).IsProblem(403, "role-missing");
        (await AskAsync("advisor", "PUT", "api/advisors/advisor-1/consent", new { })).IsProblem(400, "body-invalid", "optIn");
        Assert.False((await AskAsync("advisor", "GET", "api/advisors/advisor-1/consent")).Json.GetProperty("optIn").GetBoolean());
        Assert.True((await AskAsync("advisor", "PUT", "api/advisors/advisor-1/consent", new { optIn = true })).Json.GetProperty("optIn").GetBoolean());
        Assert.Equal(0, (await AskAsync("advisor", "GET", $"api/conversations/{Samples.Key}/peers")).Json.GetProperty("peers").GetArrayLength());
    }

    [Fact]
    public async Task A_colleague_is_asked_and_answers_over_the_api()
    {
        var asked = await AskAsync("advisor", "POST", $"api/conversations/{Samples.Key}/requests", new { id = "r-1", skill = "billing", text = "Frais annulables ?" });
        Assert.Equal((201, "asked"), (asked.Status, asked.Json.GetProperty("status").GetString()));
        Assert.Single((await AskAsync("quality", "GET", "api/requests?skill=billing")).Json.GetProperty("requests").EnumerateArray());
        var id = asked.Json.GetProperty("id").GetString();
        var answered = await AskAsync("quality", "POST", $"api/requests/{id}/answer", new { text = "Oui." });
        Assert.Equal(("answered", "quality-1"), (answered.Json.GetProperty("status").GetString(), answered.Json.GetProperty("answeredBy").GetString()));
        (await AskAsync("quality", "POST", "api/requests/none/answer", new { text = "Oui." })).IsProblem(404, "request-unknown", "id");
        (await AskAsync("advisor", "POST", "api/conversations/generic~demo~none/requests", new { id = "r-1", skill = "billing", text = "x" })).IsProblem(404, "conversation-unknown", "key");
        Assert.Equal(200, (await AskAsync("advisor", "POST", $"api/conversations/{Samples.Key}/tips", new { id = "t-1", title = "Frais", text = "Une fois par an.", language = "fr" })).Status);
    }

    private async Task<Answer> AskAsync(string role, string method, string address, object? body = null, string? etag = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Api-Key", $"{role}-key");
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        using var response = await _host!.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), text);
    }
}
