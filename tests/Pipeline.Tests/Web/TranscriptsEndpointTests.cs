using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class TranscriptsEndpointTests
{
    private readonly WebFixture _fixture = new();

    [Fact]
    public async Task Without_parameters_it_lists_the_fifty_newest_of_all()
    {
        await _fixture.AskAsync(TranscriptsEndpoint.GetAsync);
        Assert.Equal([(new TranscriptQuery(), 50, null)], _fixture.Queries.Asked);
    }

    [Fact]
    public async Task Day_limit_and_continuation_are_passed_on_and_the_page_comes_back()
    {
        _fixture.Transcripts.Page = new TranscriptPage([Samples.Summary], "next/=") { RowsRead = 7, Facet = "all" };
        var answer = await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?day=2025-12-31&limit=200&continuation=a%2Fb%3D");
        var day = new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal([(new TranscriptQuery { From = day, Before = day.AddDays(1) }, 200, "a/b=")], _fixture.Queries.Asked);
        Assert.Equal(200, answer.Status);
        var page = JsonSerializer.Deserialize(answer.Body, PipelineJson.Default.TranscriptPage)!;
        Assert.Equal(("next/=", 7, "all"), (page.Continuation, page.RowsRead, page.Facet));
        Assert.Equal(Samples.Summary, Assert.Single(page.Conversations));
    }

    [Fact]
    public async Task Every_parameter_is_passed_on()
    {
        var answer = await _fixture.AskAsync(
            TranscriptsEndpoint.GetAsync,
            "?from=2026-03-01&to=2026-03-31T12:00:00Z&brand=boreal&channel=web&language=fr&skill=billing&advisor=a-1&reason=billing_dispute"
            + "&startEmotion=Fear&worstEmotion=Anger&endEmotion=Joy&arc=Repair&cause=Wait&thanked=true&outcome=Resolved&hard=true&hardReason=repeat_contact"
            + "&urgent=false&escalated=false&transferred=true&suggestions=Used&ratingMin=2&ratingMax=4&entry=Proactive&open=false&text=box%20rouge");
        Assert.Equal(200, answer.Status);
        Assert.Equal(
            new TranscriptQuery
            {
                From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
                Before = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero),
                Brand = "boreal",
                Channel = "web",
                Language = "fr",
                Skill = "billing",
                AdvisorId = "a-1",
                Intent = "billing_dispute",
                StartEmotion = Emotion.Fear,
                WorstEmotion = Emotion.Anger,
                EndEmotion = Emotion.Joy,
                Arc = ConversationArc.Repair,
                TriggerCause = TriggerCause.Wait,
                Thanked = true,
                Outcome = ConversationOutcome.Resolved,
                Hard = true,
                HardReason = "repeat_contact",
                Urgent = false,
                Escalated = false,
                Transferred = true,
                SuggestionUse = SuggestionUse.Used,
                RatingMin = 2,
                RatingMax = 4,
                EntryKind = EntryKind.Proactive,
                Open = false,
                Text = "box rouge",
            },
            Assert.Single(_fixture.Queries.Asked).Query);
    }

    [Fact]
    public async Task The_last_day_of_a_period_belongs_to_it()
    {
        await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?to=2026-03-31");
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), Assert.Single(_fixture.Queries.Asked).Query.Before);
    }

    [Theory]
    [InlineData("?day=yesterday", "day")]
    [InlineData("?day=2026-02-30", "day")]
    [InlineData("?day=2026-3-2", "day")]
    [InlineData("?day=", "day")]
    [InlineData("?day=2026-03-01&day=2026-03-02", "day")]
    [InlineData("?day=2026-03-01&from=2026-03-01", "day")]
    [InlineData("?from=2026-03-02T09:00:00", "from")]
    [InlineData("?from=0001-01-01", "from")]
    [InlineData("?to=9999-12-31", "to")]
    [InlineData("?from=2026-03-02&to=2026-03-01", "to")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=201", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?limit=ten", "limit")]
    [InlineData("?limit=99999999999", "limit")]
    [InlineData("?continuation=", "continuation")]
    [InlineData("?brand=", "brand")]
    [InlineData("?worstEmotion=angry", "worstEmotion")]
    [InlineData("?worstEmotion=3", "worstEmotion")]
    [InlineData("?outcome=resolved", "outcome")]
    [InlineData("?hard=yes", "hard")]
    [InlineData("?ratingMin=0", "ratingMin")]
    [InlineData("?ratingMin=4&ratingMax=3", "ratingMax")]
    public async Task A_parameter_that_is_not_valid_is_refused_by_name(string query, string field)
    {
        (await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, query)).IsProblem(400, "query-invalid", field);
        Assert.Empty(_fixture.Queries.Asked);
    }

    [Fact]
    public async Task A_misspelt_parameter_is_refused_by_name()
    {
        var answer = await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?days=2026-03-02");
        answer.IsProblem(400, "query-unknown", "days");
        Assert.Contains("text, limit, continuation", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_continuation_that_no_page_gave_is_refused_by_name()
    {
        _fixture.Transcripts.Failure = new FormatException("Not a continuation.");
        (await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?continuation=made-up")).IsProblem(400, "query-invalid", "continuation");
    }

    [Fact]
    public async Task Words_that_cannot_be_searched_by_are_refused_with_the_reason()
    {
        _fixture.Transcripts.Failure = new TextQueryException("At least one word must not be excluded.");
        var answer = await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?text=-box&continuation=next");
        answer.IsProblem(400, "query-invalid", "text");
        Assert.Equal("At least one word must not be excluded.", answer.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_access_key_of_the_functions_runtime_is_no_concern_of_ours()
    {
        Assert.Equal(200, (await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?code=functions-key")).Status);
    }

    [Fact]
    public async Task A_slice_of_re_indexing_goes_on_where_the_one_before_ended()
    {
        _fixture.Reindex.Slices.Enqueue(new(40, 1, 0, "more"));
        _fixture.Reindex.Slices.Enqueue(new(2, 0, 0, null));
        var first = await _fixture.AskAsync(ReindexEndpoint.PostAsync);
        Assert.Equal((40, "more"), (first.Json.GetProperty("indexed").GetInt32(), first.Json.GetProperty("continuation").GetString()));
        var second = await _fixture.AskAsync(ReindexEndpoint.PostAsync, "?continuation=more");
        Assert.False(second.Json.TryGetProperty("continuation", out _));
        Assert.Equal([null, "more"], _fixture.Reindex.Asked);
        (await _fixture.AskAsync(ReindexEndpoint.PostAsync, "?continuation=made-up")).IsProblem(400, "query-invalid", "continuation");
    }
}
