using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed class EventsEndpointTests : IDisposable
{
    private readonly WebFixture _fixture = new();
    private readonly RecordedStream _body = new();
    private readonly CancellationTokenSource _leaving = new();

    [Fact]
    public async Task It_greets_then_tells_each_change_with_a_rising_id()
    {
        var watching = Watch();
        await _body.UntilAsync("event: hello\ndata: {}\n\n");
        _fixture.Changes.Tell("generic~demo~1");
        _fixture.Changes.Tell("generic~demo~2");
        await _body.UntilAsync("id: 1\nevent: changed\ndata: {\"key\":\"generic~demo~1\"}\n\n");
        await _body.UntilAsync("id: 2\nevent: changed\ndata: {\"key\":\"generic~demo~2\"}\n\n");
        Assert.StartsWith("retry: 3000\n", _body.Text, StringComparison.Ordinal);
        await LeaveAsync(watching);
    }

    [Fact]
    public async Task The_watch_has_begun_when_the_watcher_is_greeted()
    {
        var watching = Watch();
        await _body.UntilAsync("hello");
        Assert.Equal([null], _fixture.Changes.Watched);
        await LeaveAsync(watching);
    }

    [Fact]
    public async Task One_conversation_is_watched_alone()
    {
        var watching = Watch(key: Samples.Key);
        await _body.UntilAsync("hello");
        Assert.Equal([Samples.Key], _fixture.Changes.Watched);
        await LeaveAsync(watching);
    }

    [Fact]
    public async Task Who_watches_a_conversation_is_told_that_its_suggestions_were_withdrawn_and_why()
    {
        var asked = Samples.Said("m1", Messages.SenderRole.Customer, "une");
        await _fixture.KnowAsync(Samples.Transcript(asked));
        var watching = Watch(key: Samples.Key);
        await _body.UntilAsync("hello");
        _fixture.Changes.Tell(Samples.Key);
        await _body.UntilAsync("id: 1\nevent: changed");

        await _fixture.KnowAsync(Samples.Transcript(asked, Samples.Said("m2", Messages.SenderRole.Advisor)));
        _fixture.Changes.Tell(Samples.Key);

        await _body.UntilAsync("event: withdrawn\ndata: {\"key\":\"generic~demo~c-42\",\"version\":{\"messageId\":\"m1\"");
        await _body.UntilAsync("\"reason\":\"advisorAnswered\"}\n\n");
        await LeaveAsync(watching);
    }

    [Fact]
    public async Task Ids_go_on_where_the_watcher_left_off()
    {
        var watching = Watch(lastEventId: "41");
        _fixture.Changes.Tell(Samples.Key);
        await _body.UntilAsync("id: 42\n");
        await LeaveAsync(watching);
    }

    [Fact]
    public async Task An_idle_connection_shows_every_fifteen_seconds_that_it_lives()
    {
        var watching = Watch();
        await _body.UntilAsync("hello");
        _fixture.Clock.Advance(TimeSpan.FromSeconds(14));
        _fixture.Changes.Tell(Samples.Key);
        await _body.UntilAsync("id: 1");
        Assert.DoesNotContain("\n: ", _body.Text, StringComparison.Ordinal);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await _body.UntilAsync("\n: still here\n\n");
        await LeaveAsync(watching);
    }

    [Fact]
    public async Task It_ends_by_itself_before_Azure_would_end_it_and_asks_to_be_called_again()
    {
        var watching = Watch();
        await _body.UntilAsync("hello");
        _fixture.Clock.Advance(TimeSpan.FromSeconds(219));
        Assert.False(watching.IsCompleted);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await watching.WaitAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("retry: 250\n\n", _body.Text, StringComparison.Ordinal);
        Assert.True(_fixture.Changes.Left);
    }

    [Fact]
    public async Task A_watcher_who_leaves_is_forgotten_without_an_error()
    {
        var watching = Watch();
        await _body.UntilAsync("hello");
        await LeaveAsync(watching);
        Assert.True(_fixture.Changes.Left);
        Assert.Empty(_fixture.Log.Lines);
    }

    [Fact]
    public async Task A_watch_that_breaks_ends_the_response_instead_of_leaving_it_silent()
    {
        var watching = Watch();
        await _body.UntilAsync("hello");
        _fixture.Changes.End(new InvalidOperationException("broken"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => watching.WaitAsync(TestContext.Current.CancellationToken));
        Assert.True(_fixture.Changes.Left);
    }

    [Fact]
    public async Task What_cannot_be_a_key_is_refused()
    {
        (await _fixture.AskAsync((request, token) => EventsEndpoint.GetOneAsync(request, "not a key", token)))
            .IsProblem(404, "conversation-unknown", "key");
        Assert.Empty(_fixture.Changes.Watched);
    }

    [Fact]
    public async Task Over_the_wire_it_is_an_event_stream_that_nobody_caches_or_gathers()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        using var response = await host.Client.GetAsync(
            "api/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(["no"], response.Headers.GetValues("X-Accel-Buffering"));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        _fixture.Changes.Tell(Samples.Key);
        string? line;
        do
        {
            line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line is not null && !line.StartsWith("id:", StringComparison.Ordinal));
        Assert.Equal("id: 1", line);
    }

    public void Dispose()
    {
        _leaving.Dispose();
        _body.Dispose();
    }

    private async Task Watch(string? key = null, string? lastEventId = null)
    {
        var context = _fixture.Request();
        context.Response.Body = _body;
        context.RequestAborted = _leaving.Token;
        if (lastEventId is not null)
        {
            context.Request.Headers["Last-Event-ID"] = lastEventId;
        }

        var result = key is null
            ? await EventsEndpoint.GetAllAsync(context.Request, TestContext.Current.CancellationToken)
            : await EventsEndpoint.GetOneAsync(context.Request, key, TestContext.Current.CancellationToken);
        await result.ExecuteAsync(context);
    }

    private async Task LeaveAsync(Task watching)
    {
        await _leaving.CancelAsync();
        await watching.WaitAsync(TestContext.Current.CancellationToken);
    }
}
