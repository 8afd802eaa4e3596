using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class ConversationEndpointTests
{
    private readonly WebFixture _fixture = new();

    [Fact]
    public async Task A_conversation_is_answered_whole_and_kept_by_no_cache()
    {
        _fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full);
        await using var host = await LoopbackHost.StartAsync(_fixture);
        using var response = await host.Client.GetAsync($"api/conversations/{Samples.Key}", TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var json = (await host.GetAsync($"api/conversations/{Samples.Key}")).Json;
        Assert.Equal("Camille", json.GetProperty("state").GetProperty("customerFirstName").GetString());
        var analysis = json.GetProperty("messages")[0].GetProperty("analysis");
        Assert.Equal("Fear", analysis.GetProperty("emotions")[0].GetProperty("emotion").GetString());
    }

    [Fact]
    public async Task A_key_with_escaped_characters_is_read_as_it_was_meant()
    {
        var key = "generic~demo~a@b.c:1+2=002F";
        _fixture.Transcripts.Known[key] = Samples.Transcript();
        await using var host = await LoopbackHost.StartAsync(_fixture);
        Assert.Equal(200, (await host.GetAsync($"api/conversations/{Uri.EscapeDataString(key)}")).Status);
    }

    [Theory]
    [InlineData("conversations/generic~demo~nobody")]
    [InlineData("conversations/generic~demo~nobody/suggestions")]
    public async Task A_conversation_that_is_not_known_is_a_problem(string address)
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        (await host.GetAsync($"api/{address}")).IsProblem(404, "conversation-unknown", "key");
    }

    [Theory]
    [InlineData("no-parts")]
    [InlineData("a~b~c~d")]
    [InlineData("a~b~c'd")]
    [InlineData("a~b~c\u0000")]
    [InlineData("a~b~c/d")]
    public async Task What_cannot_be_a_key_never_reaches_the_tables(string key)
    {
        (await _fixture.AskAsync((request, token) => ConversationEndpoint.GetAsync(request, key, token)))
            .IsProblem(404, "conversation-unknown", "key");
        Assert.Empty(_fixture.Transcripts.Read);
    }

    [Fact]
    public async Task Suggestions_are_those_of_the_last_customers_message_and_current_while_nobody_wrote_since()
    {
        var answer = await SuggestionsAsync(
            Samples.Said("m1", SenderRole.Customer, "ancienne"),
            Samples.Said("m2", SenderRole.Advisor),
            Samples.Said("m3", SenderRole.Customer, "bonne"));
        Assert.Equal("m3", answer.Json.GetProperty("messageId").GetString());
        Assert.Equal("bonne", answer.Json.GetProperty("suggestions")[0].GetProperty("text").GetString());
        Assert.Equal("current", answer.Json.GetProperty("status").GetString());
        Assert.False(answer.Json.TryGetProperty("reason", out _));
        Assert.Equal(3, answer.Json.GetProperty("version").GetProperty("position").GetInt32());
    }

    [Theory]
    [InlineData(SenderRole.Customer, "customerWroteAgain")]
    [InlineData(SenderRole.Advisor, "advisorAnswered")]
    [InlineData(SenderRole.Bot, null)]
    [InlineData(SenderRole.System, null)]
    public async Task Suggestions_are_withdrawn_once_a_person_wrote_after(SenderRole role, string? reason)
    {
        var answer = await SuggestionsAsync(Samples.Said("m1", SenderRole.Customer, "une"), Samples.Said("m2", role));
        Assert.Equal("m1", answer.Json.GetProperty("messageId").GetString());
        IsWithdrawn(answer, reason);
    }

    [Fact]
    public async Task Suggestions_are_withdrawn_once_the_conversation_is_closed()
    {
        var close = Samples.Said("m2", SenderRole.System) with { Kind = MessageKind.Close };
        IsWithdrawn(await SuggestionsAsync(Samples.Said("m1", SenderRole.Customer, "une"), close), "closed");
    }

    [Fact]
    public async Task A_message_that_was_deleted_counts_for_nothing()
    {
        var deleted = Samples.Said("m2", SenderRole.Customer, "autre") with { DeletedAt = DateTimeOffset.UnixEpoch };
        var answer = await SuggestionsAsync(Samples.Said("m1", SenderRole.Customer, "une"), deleted);
        Assert.Equal("m1", answer.Json.GetProperty("messageId").GetString());
        IsWithdrawn(answer, null);
    }

    [Fact]
    public async Task A_retired_phrase_is_shown_no_more()
    {
        _fixture.Sources.Retired.Add("phrase:fr-holding-03");
        var answer = await SuggestionsAsync(Samples.Said("m1", SenderRole.Customer, "une"));
        IsWithdrawn(answer, "phraseRetired");
        Assert.Equal(0, answer.Json.GetProperty("suggestions").GetArrayLength());
    }

    [Fact]
    public async Task Without_suggestions_the_answer_is_empty_and_no_error()
    {
        var answer = await SuggestionsAsync(Samples.Said("m1", SenderRole.Customer));
        Assert.Equal(200, answer.Status);
        Assert.Equal(0, answer.Json.GetProperty("suggestions").GetArrayLength());
        Assert.False(answer.Json.TryGetProperty("messageId", out _));
    }

    [Fact]
    public async Task Novices_are_shown_more_than_experts()
    {
        var two = Samples.Said("m1", SenderRole.Customer, "une", "deux");
        var novice = await SuggestionsAsync(AdvisorLevel.Novice, two);
        var expert = await SuggestionsAsync(AdvisorLevel.Expert, two);
        Assert.Equal(2, novice.Json.GetProperty("suggestions").GetArrayLength());
        Assert.Equal(1, expert.Json.GetProperty("suggestions").GetArrayLength());
    }

    private static void IsWithdrawn(Answer answer, string? reason)
    {
        Assert.Equal(reason is null ? "current" : "withdrawn", answer.Json.GetProperty("status").GetString());
        Assert.Equal(reason, answer.Json.TryGetProperty("reason", out var told) ? told.GetString() : null);
    }

    private Task<Answer> SuggestionsAsync(params Ports.TranscriptMessage[] messages) => SuggestionsAsync(null, messages);

    private async Task<Answer> SuggestionsAsync(AdvisorLevel? level, params Ports.TranscriptMessage[] messages)
    {
        var transcript = Samples.Transcript(messages);
        await _fixture.KnowAsync(transcript with { Assignment = transcript.Assignment! with { AdvisorLevel = level } });
        return await _fixture.AskAsync((HttpRequest request, CancellationToken token) =>
            ConversationEndpoint.GetSuggestionsAsync(request, Samples.Key, token));
    }
}
