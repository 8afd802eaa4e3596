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
    public async Task Without_parameters_it_lists_fifty_of_today()
    {
        await _fixture.AskAsync(TranscriptsEndpoint.GetAsync);
        Assert.Equal([(new DateOnly(2026, 3, 2), 50, null)], _fixture.Transcripts.Listed);
    }

    [Fact]
    public async Task Day_limit_and_continuation_are_passed_on_and_the_page_comes_back()
    {
        _fixture.Transcripts.Page = new TranscriptPage([Samples.Summary], "next/=");
        var answer = await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?day=2025-12-31&limit=200&continuation=a%2Fb%3D");
        Assert.Equal([(new DateOnly(2025, 12, 31), 200, "a/b=")], _fixture.Transcripts.Listed);
        Assert.Equal(200, answer.Status);
        var page = JsonSerializer.Deserialize(answer.Body, PipelineJson.Default.TranscriptPage)!;
        Assert.Equal("next/=", page.Continuation);
        Assert.Equal(Samples.Summary, Assert.Single(page.Conversations));
    }

    [Theory]
    [InlineData("?day=yesterday", "day")]
    [InlineData("?day=2026-02-30", "day")]
    [InlineData("?day=2026-3-2", "day")]
    [InlineData("?day=", "day")]
    [InlineData("?day=2026-03-01&day=2026-03-02", "day")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=201", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?limit=ten", "limit")]
    [InlineData("?limit=99999999999", "limit")]
    [InlineData("?continuation=", "continuation")]
    public async Task A_parameter_that_is_not_valid_is_refused_by_name(string query, string field)
    {
        (await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, query)).IsProblem(400, "query-invalid", field);
        Assert.Empty(_fixture.Transcripts.Listed);
    }

    [Fact]
    public async Task A_misspelt_parameter_is_refused_by_name()
    {
        var answer = await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?days=2026-03-02");
        answer.IsProblem(400, "query-unknown", "days");
        Assert.Contains("day, limit, continuation", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_continuation_that_no_page_gave_is_refused_by_name()
    {
        _fixture.Transcripts.Failure = new FormatException("Not a continuation.");
        (await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?continuation=made-up")).IsProblem(400, "query-invalid", "continuation");
    }

    [Fact]
    public async Task The_access_key_of_the_functions_runtime_is_no_concern_of_ours()
    {
        Assert.Equal(200, (await _fixture.AskAsync(TranscriptsEndpoint.GetAsync, "?code=functions-key")).Status);
    }
}
