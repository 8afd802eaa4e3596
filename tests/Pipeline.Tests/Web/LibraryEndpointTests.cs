using System.Text;
using System.Text.Json;
using Pipeline.Ports;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class LibraryEndpointTests : IAsyncLifetime
{
    private const string Draft = """{"id":"fr-new","language":"fr","category":"holding","tone":"warm","text":"Je regarde.","mandatory":false}""";
    private const string Article = """{"id":"fr-a","language":"fr","title":"Titre","body":"Corps.","source":"guide"}""";
    private const string New = "api/phrases/fr/fr-new";

    private readonly WebFixture _fixture = KeyedHost.Fixture(options =>
    {
        options.Key("advisor-key", "advisor");
        options.Key("quality-key", "quality");
        options.Key("administrator-key", "administrator");
    });

    private LoopbackHost? _host;

    public async ValueTask InitializeAsync() => _host = await LoopbackHost.StartAsync(_fixture);

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task An_advisor_proposes_a_colleague_approves_and_it_is_in_force()
    {
        var proposed = await AskAsync("advisor", "POST", "api/phrases", Draft);
        Assert.Equal((201, "Draft"), (proposed.Status, proposed.Json.GetProperty("status").GetString()));
        Assert.Equal("advisor-1", proposed.Json.GetProperty("phrase").GetProperty("author").GetString());
        Assert.False(proposed.Json.TryGetProperty("inForce", out _));

        (await AskAsync("advisor", "POST", $"{New}/approve", tag: proposed.Tag)).Answer.IsProblem(403, "peer-missing");
        var approved = await AskAsync("quality", "POST", $"{New}/approve", tag: proposed.Tag);
        Assert.Equal((200, "Approved"), (approved.Status, approved.Json.GetProperty("status").GetString()));
        Assert.Equal("quality-1", approved.Json.GetProperty("inForce").GetProperty("approvedBy").GetString());
        (await AskAsync("administrator", "POST", $"{New}/approve", tag: approved.Tag)).Answer.IsProblem(409, "draft-missing");
    }

    [Fact]
    public async Task A_change_has_a_history_and_a_retired_phrase_stays_readable()
    {
        await ApprovedAsync();
        var tag = (await AskAsync("advisor", "GET", New)).Tag;
        var changed = await AskAsync("quality", "PUT", New, Draft.Replace("Je regarde.", "Un instant.", StringComparison.Ordinal), tag);
        Assert.Equal(2, changed.Json.GetProperty("phrase").GetProperty("version").GetInt32());
        Assert.Equal("Je regarde.", changed.Json.GetProperty("inForce").GetProperty("text").GetString());
        Assert.Equal(1, changed.Json.GetProperty("history").GetArrayLength());

        var retired = await AskAsync("quality", "DELETE", New, tag: changed.Tag);
        Assert.Equal("quality-1", retired.Json.GetProperty("phrase").GetProperty("retiredBy").GetString());
        Assert.False(retired.Json.TryGetProperty("inForce", out _));
        (await AskAsync("quality", "DELETE", New, tag: retired.Tag)).Answer.IsProblem(409, "text-retired");
        Assert.Equal("Retired", (await AskAsync("advisor", "GET", New)).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_edit_of_a_state_that_is_gone_is_refused_and_so_is_one_that_names_none()
    {
        var old = await AskAsync("advisor", "POST", "api/phrases", Draft);
        await AskAsync("quality", "PUT", New, Draft, old.Tag);

        (await AskAsync("quality", "PUT", New, Draft, old.Tag)).Answer.IsProblem(412, "text-changed", "If-Match");
        (await AskAsync("quality", "DELETE", New, tag: old.Tag)).Answer.IsProblem(412, "text-changed", "If-Match");
        (await AskAsync("quality", "PUT", New, Draft)).Answer.IsProblem(428, "if-match-missing", "If-Match");
        (await AskAsync("administrator", "POST", $"{New}/approve")).Answer.IsProblem(428, "if-match-missing", "If-Match");
    }

    [Theory]
    [InlineData("POST", "api/phrases", """{"id":"x","language":"fr","category":"question","tone":"warm","text":"Oui ?","mandatory":true}""", "text-invalid", "mandatory")]
    [InlineData("POST", "api/phrases", """{"id":"x","language":"fr","category":"question","tone":"warm","text":"Oui {name} ?","mandatory":false}""", "text-invalid", "text")]
    [InlineData("POST", "api/phrases", """{"flavour":"sweet"}""", "body-invalid", "flavour")]
    [InlineData("POST", "api/articles", """{"id":"x","language":"fr","title":"","body":"b","source":"s"}""", "text-invalid", "title")]
    [InlineData("PUT", New + "/vote", """{}""", "body-invalid", "for")]
    [InlineData("POST", New + "/comments", """{"text":" "}""", "body-invalid", "text")]
    public async Task What_breaks_a_rule_is_refused_with_its_field(string method, string address, string body, string code, string field)
    {
        var answer = await AskAsync("advisor", method, address, body);
        answer.Answer.IsProblem(400, code, field);
    }

    [Theory]
    [InlineData("GET", "api/phrases/fr/none", null, "text-unknown")]
    [InlineData("GET", "api/phrases/de/fr-new", null, "text-unknown")]
    [InlineData("GET", "api/phrases/fr/a%3Fb", null, "text-unknown")]
    [InlineData("PUT", "api/phrases/fr/none/vote", """{"for":true}""", "text-unknown")]
    [InlineData("GET", "api/articles/fr/none", null, "text-unknown")]
    public async Task What_is_not_there_is_not_known(string method, string address, string? body, string code) =>
        (await AskAsync("advisor", method, address, body)).Answer.IsProblem(404, code);

    [Fact]
    public async Task An_id_that_is_taken_is_refused()
    {
        await AskAsync("advisor", "POST", "api/phrases", Draft);
        (await AskAsync("quality", "POST", "api/phrases", Draft)).Answer.IsProblem(409, "text-exists", "id");
    }

    [Fact]
    public async Task Phrases_are_listed_page_by_page_and_by_status()
    {
        await ApprovedAsync();
        await AskAsync("advisor", "POST", "api/phrases", Draft.Replace("fr-new", "fr-other", StringComparison.Ordinal));

        var first = (await AskAsync("advisor", "GET", "api/phrases?limit=1")).Json;
        Assert.Equal("fr-new", first.GetProperty("next").GetString());
        var second = (await AskAsync("advisor", "GET", "api/phrases?limit=1&after=fr-new")).Json;
        Assert.Equal("fr-other", second.GetProperty("phrases")[0].GetProperty("phrase").GetProperty("id").GetString());
        Assert.False(second.TryGetProperty("next", out _));
        var drafts = (await AskAsync("advisor", "GET", "api/phrases?status=draft")).Json.GetProperty("phrases");
        Assert.Equal(["fr-other"], drafts.EnumerateArray().Select(phrase => phrase.GetProperty("phrase").GetProperty("id").GetString()));
        (await AskAsync("advisor", "GET", "api/phrases?language=de")).Answer.IsProblem(400, "query-invalid", "language");
    }

    [Fact]
    public async Task Advisors_vote_once_each_and_comment()
    {
        await AskAsync("advisor", "POST", "api/phrases", Draft);
        await AskAsync("advisor", "PUT", $"{New}/vote", """{"for":false}""");
        await AskAsync("advisor", "PUT", $"{New}/vote", """{"for":true}""");
        await AskAsync("quality", "PUT", $"{New}/vote", """{"for":false}""");
        await AskAsync("advisor", "POST", $"{New}/comments", """{"text":"Plus court."}""");

        var opinions = (await AskAsync("advisor", "GET", New)).Json.GetProperty("opinions");
        Assert.Equal((1, 1), (opinions.GetProperty("for").GetInt32(), opinions.GetProperty("against").GetInt32()));
        var comment = Assert.Single(opinions.GetProperty("comments").EnumerateArray());
        Assert.Equal(("advisor-1", "Plus court.", 1), (
            comment.GetProperty("name").GetString(), comment.GetProperty("text").GetString(), comment.GetProperty("version").GetInt32()));
        Assert.Single((await AskAsync("advisor", "GET", "api/phrases")).Json.GetProperty("phrases").EnumerateArray());
    }

    [Fact]
    public async Task A_file_goes_out_and_comes_in_and_a_wrong_one_is_told_by_row_and_column()
    {
        await ApprovedAsync();
        var exported = await AskAsync("advisor", "GET", "api/phrases/export");
        Assert.Equal("text/csv; charset=utf-8", exported.Answer.MediaType);
        var again = await AskAsync("administrator", "POST", "api/phrases/import", exported.Answer.Body, mediaType: "text/csv");
        Assert.Equal(1, again.Json.GetProperty("unchanged").GetInt32());
        var json = await AskAsync("advisor", "GET", "api/phrases/export?format=json&language=fr");
        Assert.Equal("fr-new", json.Json[0].GetProperty("id").GetString());

        const string Csv = "id,language,category,tone,text,author,approvedBy\nfr-2,fr,holding,warm,Oui.,nadia,karim\nfr-3,fr,holding,warm,Oui.,nadia,nadia\n";
        var wrong = await AskAsync("administrator", "POST", "api/phrases/import", Csv, mediaType: "text/csv");
        wrong.Answer.IsProblem(400, "import-invalid");
        var problem = Assert.Single(wrong.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal((3, "approvedBy", "fr-3"), (
            problem.GetProperty("row").GetInt32(), problem.GetProperty("field").GetString(), problem.GetProperty("id").GetString()));
        (await AskAsync("advisor", "GET", "api/phrases/fr/fr-2")).Answer.IsProblem(404, "text-unknown");
        (await AskAsync("administrator", "POST", "api/phrases/import", Csv, mediaType: "text/plain"))
            .Answer.IsProblem(415, "media-type-unsupported", "Content-Type");
    }

    [Theory]
    [InlineData("administrator", "Approved")]
    [InlineData("quality", "Draft")]
    public async Task Only_an_administrators_file_brings_approvals_of_its_own(string role, string status)
    {
        const string Csv = "id,language,category,tone,text,author,approvedBy\nfr-2,fr,holding,warm,Oui.,nadia,karim\n";
        var check = await AskAsync(role, "POST", "api/phrases/import?check=true", Csv, mediaType: "text/csv");
        Assert.Equal((1, true), (check.Json.GetProperty("added").GetInt32(), check.Json.GetProperty("checkOnly").GetBoolean()));
        (await AskAsync("advisor", "GET", "api/phrases/fr/fr-2")).Answer.IsProblem(404, "text-unknown");

        Assert.Equal(200, (await AskAsync(role, "POST", "api/phrases/import", Csv, mediaType: "text/csv")).Status);
        Assert.Equal(status, (await AskAsync("advisor", "GET", "api/phrases/fr/fr-2")).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_rules_are_told_with_what_they_find()
    {
        await AskAsync("advisor", "POST", "api/phrases", Draft.Replace("Je regarde.", "Calmez-vous.", StringComparison.Ordinal));
        var answer = (await AskAsync("advisor", "GET", "api/phrases/lint")).Json;
        var finding = answer.GetProperty("findings")[0];
        Assert.Equal(("condescending", "Error", "fr-new"), (
            finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("id").GetString()));
        Assert.Contains(answer.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == "condescending");
    }

    [Fact]
    public async Task Articles_are_proposed_approved_and_retired_too()
    {
        var proposed = await AskAsync("advisor", "POST", "api/articles", Article);
        var approved = await AskAsync("quality", "POST", "api/articles/fr/fr-a/approve", tag: proposed.Tag);
        Assert.Equal("Approved", approved.Json.GetProperty("status").GetString());
        var changed = await AskAsync("administrator", "PUT", "api/articles/fr/fr-a", Article, approved.Tag);
        Assert.Equal(1, changed.Json.GetProperty("history").GetArrayLength());
        var retired = await AskAsync("quality", "DELETE", "api/articles/fr/fr-a", tag: changed.Tag);
        Assert.Equal("Retired", retired.Json.GetProperty("status").GetString());
        Assert.Single((await AskAsync("advisor", "GET", "api/articles")).Json.GetProperty("articles").EnumerateArray());
        var exported = (await AskAsync("advisor", "GET", "api/articles/export")).Answer.Body.TrimStart('\uFEFF');
        Assert.StartsWith("id,language,title,body,", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_is_written_down_and_none_is_made_that_cannot_be()
    {
        await ApprovedAsync();
        List<TableRow> rows = [];
        await foreach (var row in _fixture.Tables.ReadAllAsync(TableNames.Audit, new TableQuery("phrase~fr-new"), TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        Assert.Equal(
            [("advisor-1", "ProposePhrase"), ("quality-1", "ApprovePhrase")],
            rows.Select(row => (row.Text("Name"), row.Text("Endpoint"))).Order());

        _fixture.Tables.BeforeApply = (table, _) =>
        {
            if (table == TableNames.Audit)
            {
                throw new IOException("The audit is away.");
            }
        };
        (await AskAsync("advisor", "POST", "api/phrases", Draft.Replace("fr-new", "fr-other", StringComparison.Ordinal)))
            .Answer.IsProblem(503, "audit-unavailable");
        (await AskAsync("advisor", "GET", "api/phrases/fr/fr-other")).Answer.IsProblem(404, "text-unknown");
    }

    [Fact]
    public async Task On_a_host_without_keys_two_people_can_be_told_apart()
    {
        await using var open = await LoopbackHost.StartAsync(new WebFixture());
        using var draft = new StringContent(Draft, Encoding.UTF8, "application/json");
        Assert.Equal(201, (await open.SendAsync(HttpMethod.Post, "api/phrases?as=nadia", draft)).Status);
        var author = (await open.GetAsync(New)).Json.GetProperty("phrase").GetProperty("author").GetString();
        Assert.Equal("nadia", author);
        (await AskAsync("advisor", "POST", "api/phrases?as=karim", Draft)).Answer.IsProblem(400, "query-unknown", "as");
    }

    private async Task ApprovedAsync()
    {
        var proposed = await AskAsync("advisor", "POST", "api/phrases", Draft);
        await AskAsync("quality", "POST", $"{New}/approve", tag: proposed.Tag);
    }

    private async Task<Reply> AskAsync(
        string role, string method, string address, string? body = null, string? tag = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("X-Api-Key", $"{role}-key");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using var response = await _host!.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), text), response.Headers.ETag?.ToString());
    }

    private sealed record Reply(Answer Answer, string? Tag)
    {
        public int Status => Answer.Status;

        public JsonElement Json => Answer.Json;
    }
}
