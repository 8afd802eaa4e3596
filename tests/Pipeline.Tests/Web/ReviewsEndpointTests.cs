using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web;

public sealed class ReviewsEndpointTests : IAsyncLifetime
{
    private static readonly string[] TwoReviewers = ["lea", "omar"];

    private readonly WebFixture _fixture = KeyedHost.Fixture(options =>
    {
        Key(options, "lea", "quality");
        Key(options, "omar", "quality");
        Key(options, "a-nadia", "advisor");
        Key(options, "a-other", "advisor");
    });

    private LoopbackHost? _host;

    private static string Reviews => $"api/conversations/{Said.Conversation.Key}/reviews";

    public async ValueTask InitializeAsync()
    {
        await new ScorecardSeed(new(_fixture.Tables, _fixture.Clock)).PlantAsync(TestContext.Current.CancellationToken);
        await new Recorder(_fixture.Tables).RecordAsync(
            Said.Customer(0, "ma box est en panne ?", -0.7, "outage"), Said.Advisor(20, "Je suis désolée, je regarde."), Said.Advisor(60, "C'est réparé."), Said.Close(100));
        _host = await LoopbackHost.StartAsync(_fixture);
    }

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task A_review_goes_from_draft_to_a_decided_appeal_and_everybody_does_only_their_part()
    {
        var begun = await SendAsync("lea", "POST", Reviews, new { scorecard = "short" });
        var id = begun.Json.GetProperty("review").GetProperty("id").GetString()!;
        var one = $"{Reviews}/{id}";
        Assert.Equal("draft", State(begun));
        Assert.Equal("a-nadia", begun.Json.GetProperty("review").GetProperty("advisorId").GetString());
        Assert.Equal(3, begun.Json.GetProperty("review").GetProperty("proposals").GetArrayLength());
        Assert.Equal(id, (await SendAsync("lea", "POST", Reviews, new { scorecard = "short" })).Json.GetProperty("review").GetProperty("id").GetString());

        // The advisor sees nothing of a draft, and another reviewer does not write in it.
        (await SendAsync("a-nadia", "GET", one)).IsProblem(404, "review-unknown");
        var answers = Answers(yes: false, solved: 3);
        (await SendAsync("omar", "PUT", one, answers, Tag(begun))).IsProblem(403, "review-not-yours");
        (await SendAsync("lea", "PUT", one, answers, "\"other\"")).IsProblem(412, "review-changed", "If-Match");
        (await SendAsync("lea", "PUT", one, answers)).IsProblem(428, "if-match-missing", "If-Match");
        (await SendAsync("lea", "PUT", one, Answers(yes: false, solved: 9), Tag(begun))).IsProblem(400, "answers-invalid", "answers.solved");
        (await SendAsync("lea", "POST", $"{one}/submit", new { }, Tag(begun))).IsProblem(400, "answers-invalid", "answers.solved");

        var answered = await SendAsync("lea", "PUT", one, answers, Tag(begun));
        var submitted = await SendAsync("lea", "POST", $"{one}/submit", new { }, Tag(answered));
        Assert.Equal("submitted", State(submitted));
        Assert.Equal(60, submitted.Json.GetProperty("review").GetProperty("score").GetDouble());

        (await SendAsync("a-other", "GET", one)).IsProblem(404, "review-unknown");
        var read = await SendAsync("a-nadia", "GET", one);
        (await SendAsync("a-nadia", "POST", $"{one}/appeal", new { }, Tag(read))).IsProblem(400, "body-invalid", "comment");
        var appealed = await SendAsync("a-nadia", "POST", $"{one}/appeal", new { comment = "J'ai salué, au 06 39 98 12 34" }, Tag(read));
        Assert.Equal("appealed", State(appealed));
        Assert.DoesNotContain("06 39", appealed.Body, StringComparison.Ordinal);

        (await SendAsync("lea", "POST", $"{one}/decision", new { upheld = false }, Tag(appealed))).IsProblem(403, "review-not-yours");
        var decided = await SendAsync(
            "omar", "POST", $"{one}/decision", new { upheld = true, answers = Answers(yes: true, solved: 3)["answers"] }, Tag(appealed));
        Assert.Equal("decided", State(decided));
        Assert.Equal(70, decided.Json.GetProperty("review").GetProperty("score").GetDouble());
        Assert.Equal(60, decided.Json.GetProperty("review").GetProperty("appeal").GetProperty("formerScore").GetDouble());
        (await SendAsync("omar", "POST", $"{one}/decision", new { upheld = false }, Tag(decided))).IsProblem(409, "review-state");
    }

    [Fact]
    public async Task An_advisor_lists_their_own_reviews_and_nobody_elses()
    {
        var begun = await SendAsync("lea", "POST", Reviews, new { scorecard = "short" });
        var one = $"{Reviews}/{begun.Json.GetProperty("review").GetProperty("id").GetString()}";
        Assert.Equal(0, await CountAsync("a-nadia", "api/review/reviews"));
        var answered = await SendAsync("lea", "PUT", one, Answers(yes: true, solved: 5), Tag(begun));
        await SendAsync("lea", "POST", $"{one}/submit", new { }, Tag(answered));

        Assert.Equal(1, await CountAsync("a-nadia", "api/review/reviews"));
        Assert.Equal(0, await CountAsync("a-other", "api/review/reviews"));
        Assert.Equal(1, await CountAsync("lea", "api/review/reviews"));
        (await SendAsync("a-nadia", "GET", "api/review/reviews?of=reviewer")).IsProblem(403, "review-not-yours");

        // One advisor is no group.
        var report = (await SendAsync("lea", "GET", "api/review/report")).Json;
        Assert.Equal((0, 1), (report.GetProperty("groups").GetArrayLength(), report.GetProperty("withheld").GetInt32()));
        (await SendAsync("lea", "GET", "api/review/report?by=advisor")).IsProblem(400, "query-invalid", "by");
    }

    [Fact]
    public async Task In_a_calibration_nobody_sees_another_before_it_is_over()
    {
        var round = (await SendAsync("lea", "POST", "api/review/calibrations", new
        {
            scorecard = "short",
            conversations = new[] { Said.Conversation.Key },
            reviewers = TwoReviewers,
        })).Json.GetProperty("id").GetString()!;
        var first = await FillAsync("lea", round, solved: 5);
        (await SendAsync("omar", "GET", first)).IsProblem(404, "review-unknown");
        (await SendAsync("a-nadia", "GET", first)).IsProblem(404, "review-unknown");
        Assert.Equal(0, (await SendAsync("lea", "GET", $"api/review/calibrations/{round}")).Json.GetProperty("questions").GetArrayLength());

        await FillAsync("omar", round, solved: 2);
        Assert.Equal(200, (await SendAsync("omar", "GET", first)).Status);
        var report = (await SendAsync("lea", "GET", $"api/review/calibrations/{round}")).Json;
        Assert.Equal("solved", report.GetProperty("questions")[0].GetProperty("questionId").GetString());
        Assert.Equal(0, report.GetProperty("questions")[0].GetProperty("agreement").GetProperty("percentAgreement").GetDouble());
        Assert.Equal(["solved"], report.GetProperty("conversations")[0].GetProperty("differing").EnumerateArray().Select(question => question.GetString()));

        // A calibration is no advisor's review.
        Assert.Equal(0, await CountAsync("a-nadia", "api/review/reviews"));
    }

    [Fact]
    public async Task A_scorecard_is_edited_by_version_and_etag_and_its_faults_are_told_by_path()
    {
        var before = await SendAsync("lea", "GET", "api/review/scorecards/short");
        var card = JsonNode.Parse(before.Json.GetProperty("scorecard").GetRawText())!;
        (await SendAsync("lea", "PUT", "api/review/scorecards/short", card, Tag(before))).IsProblem(409, "scorecard-version-taken", "version");
        card["version"] = "2";
        (await SendAsync("lea", "PUT", "api/review/scorecards/short", card)).IsProblem(428, "if-match-missing", "If-Match");
        Assert.Equal("lea", (await SendAsync("lea", "PUT", "api/review/scorecards/short", card, Tag(before))).Json.GetProperty("savedBy").GetString());
        card["version"] = "3";
        (await SendAsync("lea", "PUT", "api/review/scorecards/short", card, Tag(before))).IsProblem(412, "scorecard-changed", "If-Match");
        card["sections"]![0]!["weight"] = 80;
        (await SendAsync("lea", "PUT", "api/review/scorecards/short", card, Tag(before))).IsProblem(400, "scorecard-invalid", "sections");
        Assert.Equal(2, (await SendAsync("lea", "GET", "api/review/scorecards/short/versions")).Json.GetProperty("scorecards").GetArrayLength());
    }

    [Fact]
    public async Task A_correction_is_sent_on_the_path_of_messages()
    {
        var address = $"api/conversations/{Said.Conversation.Key}/corrections";
        (await SendAsync("lea", "POST", address, new { messageId = "m-0", sentiment = "Neutral" })).IsProblem(400, "body-invalid", "cause");
        (await SendAsync("lea", "POST", address, new { messageId = "m-0", hard = true, cause = "other" })).IsProblem(400, "body-invalid", "messageId");
        (await SendAsync("lea", "POST", address, new { messageId = "m-20", sentiment = "Neutral", cause = "irony" })).IsProblem(409, "message-not-scored", "messageId");
        (await SendAsync("lea", "POST", address, new { messageId = "m-0", intent = "xyz", cause = "irony" })).IsProblem(400, "body-invalid", "intent");

        var taken = await SendAsync("lea", "POST", address, new { id = "x", messageId = "m-0", sentiment = "Neutral", cause = "irony" });
        Assert.Equal((202, "correction-x"), (taken.Status, taken.Json.GetProperty("id").GetString()));
        var (entity, message) = Assert.Single(
            ((RecordingBus)_fixture.Services.Last(service => service.ServiceType == typeof(IBus)).ImplementationInstance!).Sent);
        var sent = Assert.IsType<MessageCaptured>(message.Event);
        Assert.Equal((Entities.Captured, MessageKind.Correction, "m-0", "lea"), (entity, sent.Kind, sent.TargetMessageId, sent.Correction!.By));
    }

    [Fact]
    public async Task A_note_is_kept_masked_and_taken_away_again()
    {
        _fixture.Transcripts.Known[Said.Conversation.Key] =
            (await new Recorder(_fixture.Tables).Reader.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken))!;
        var address = $"api/conversations/{Said.Conversation.Key}/annotations";
        (await SendAsync("lea", "POST", address, new { messageId = "m-1", kind = "goodPractice" })).IsProblem(404, "message-unknown", "messageId");
        var note = (await SendAsync("lea", "POST", address, new { messageId = "m-20", kind = "goodPractice", comment = "à montrer, 06 39 98 12 34" })).Json;
        Assert.DoesNotContain("06 39", note.GetProperty("comment").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await SendAsync("a-nadia", "GET", address)).Json.GetProperty("annotations").GetArrayLength());
        Assert.Equal(0, (await SendAsync("lea", "DELETE", $"{address}/{note.GetProperty("id").GetString()}")).Json.GetProperty("annotations").GetArrayLength());
    }

    private static void Key(AccessOptions options, string name, string role) =>
        options.Keys.Add(new AccessKeyOptions { Name = name, Role = role, Hash = AccessKeys.HashOf(name) });

    private async Task<string> FillAsync(string reviewer, string round, int solved)
    {
        var begun = await SendAsync(reviewer, "POST", Reviews, new { scorecard = "short", calibration = round });
        var one = $"{Reviews}/{begun.Json.GetProperty("review").GetProperty("id").GetString()}";
        var answered = await SendAsync(reviewer, "PUT", one, Answers(yes: true, solved), Tag(begun));
        Assert.Equal(200, (await SendAsync(reviewer, "POST", $"{one}/submit", new { }, Tag(answered))).Status);
        return one;
    }

    // short: substance 90 (solved 2, acknowledged 1, personal_data 1), behaviour 10 (greeting).
    private static JsonObject Answers(bool yes, int solved) => new()
    {
        ["answers"] = new JsonObject
        {
            ["solved"] = new JsonObject { ["point"] = solved },
            ["acknowledged"] = new JsonObject { ["notApplicable"] = true },
            ["personal_data"] = new JsonObject { ["yes"] = true },
            ["greeting"] = new JsonObject { ["yes"] = yes },
        },
    };

    private async Task<int> CountAsync(string who, string address) =>
        (await SendAsync(who, "GET", address)).Json.GetProperty("reviews").GetArrayLength();

    private static string State(Answer answer) => answer.Json.GetProperty("review").GetProperty("state").GetString()!;

    private static string Tag(Answer answer) => answer.Json.GetProperty("eTag").GetString()!;

    private async Task<Answer> SendAsync(string who, string method, string address, object? body = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("X-Api-Key", who);
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using var response = await _host!.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(
            (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
