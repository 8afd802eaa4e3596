using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class GenericHistoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Since = new(2026, 3, 4, 7, 0, 0, TimeSpan.Zero);

    private readonly ImpatientClock _clock = new(WebhookSamples.Now);
    private readonly PlatformApi _api;
    private readonly PlatformAccount _account = WebhookSamples.GenericAccount();
    private FakePlatform _platform = null!;
    private GenericHistory _history = null!;

    public GenericHistoryTests() => _api = new(_clock);

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _account.HistoryAddress = new Uri(_platform.Address, "/chat/history?from=tests");
        var options = new PlatformOptions { Accounts = { _account, WebhookSamples.ChatwootAccount() } };
        _history = new GenericHistory(new PlatformAccounts(Options.Create(options)), new HistoryCalls(_api, _clock), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _platform.DisposeAsync();
    }

    [Theory]
    [InlineData("generic_message_created.json")]
    [InlineData("generic_message_minimal.json")]
    [InlineData("generic_message_updated.json")]
    [InlineData("generic_message_deleted.json")]
    [InlineData("generic_conversation_closed.json")]
    [InlineData("generic_conversation_rated.json")]
    public async Task An_event_is_what_its_webhook_says_to_the_byte(string file)
    {
        Answer(Page(null, Event(file)));

        var item = Assert.Single((await PagesAsync()).SelectMany(page => page.Items));

        var reading = new GenericInlet(WebhookSamples.Verifier).Read(
            WebhookSamples.Generic(WebhookSamples.Body(file)), WebhookSamples.GenericAccount(), WebhookSamples.Now);
        Assert.Equal(
            Text(Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages)), Text(item.Message));
    }

    [Theory]
    [InlineData(null, WebhookSamples.GenericSecret)]
    [InlineData("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")]
    public async Task What_is_asked_is_signed_as_callbacks_are(string? own, string secret)
    {
        _account.HistorySecret = own;
        Answer(Page(null));
        await PagesAsync();

        var call = Assert.Single(_platform.Calls);
        Assert.Equal(("POST", "/chat/history?from=tests"), (call.Method, call.Path));
        var request = new WebhookRequest(call.Body, name => call.Headers.GetValueOrDefault(name), _ => null);
        Assert.Null(WebhookSamples.Verifier.Check(GenericPlatform.Scheme, request, [secret], _clock.GetUtcNow()));
        Assert.Equal("history.read", call.Json.GetProperty("type").GetString());
        var data = call.Json.GetProperty("data");
        Assert.Equal(Since, data.GetProperty("since").GetDateTimeOffset());
        Assert.Equal(GenericHistory.PageSize, data.GetProperty("limit").GetInt32());
        Assert.False(data.TryGetProperty("cursor", out _));
    }

    [Fact]
    public async Task Pages_are_asked_for_by_the_cursor_of_the_one_before_until_there_is_none()
    {
        Answer(
            Page("two", Event("generic_message_created.json")), Page("three"), Page(null, Event("generic_message_minimal.json")));

        var pages = await PagesAsync();

        Assert.Equal([1, 0, 1], pages.Select(page => page.Items.Count));
        Assert.Equal([null, "two", "three"], _platform.Calls.Select(call =>
            call.Json.GetProperty("data").TryGetProperty("cursor", out var cursor) ? cursor.GetString() : null));
    }

    [Fact]
    public async Task What_is_complete_is_told_only_while_the_events_are_in_order()
    {
        var early = At(Since + TimeSpan.FromMinutes(1));
        var late = At(Since + TimeSpan.FromMinutes(2));
        Answer(Page("two", early), Page("three", late), Page(null, early));

        var complete = (await PagesAsync()).Select(page => page.CompleteBefore);

        Assert.Equal([Since + TimeSpan.FromMinutes(1), Since + TimeSpan.FromMinutes(2), null], complete);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_counted_and_keeps_no_other_from_being_read()
    {
        var nameless = Event("generic_message_created.json");
        nameless.Remove("webhook_id");
        var shapeless = Event("generic_message_created.json");
        shapeless["data"]!["sender"]!["role"] = "king";
        Answer(Page(null, nameless, shapeless, Event("generic_unknown_event.json"), Event("generic_message_minimal.json")));

        var page = Assert.Single(await PagesAsync());

        Assert.Equal((2, 1), (page.Unreadable, page.Items.Count));
    }

    [Theory]
    [InlineData("[]", "$ must be")]
    [InlineData("{}", "events must be an array")]
    [InlineData("""{"events":7}""", "events must be an array")]
    [InlineData("""{"events":[7]}""", "events[0] must be an object")]
    [InlineData("""{"events":[],"next":7}""", "next must be a text")]
    [InlineData("""{"events":[],"next":"again"}""", "the same cursor twice")]
    public async Task What_is_no_history_is_refused_and_says_where(string answer, string what)
    {
        _platform.Answer = (_, response) => response.WriteAsync(answer);
        var refused = await Assert.ThrowsAsync<PlatformRefusedException>(PagesAsync);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_a_little_is_waited_for()
    {
        var calls = 0;
        _platform.Answer = (_, response) =>
        {
            response.StatusCode = ++calls < 3 ? 429 : 200;
            response.Headers.RetryAfter = "7";
            return response.WriteAsync("""{"events":[]}""");
        };

        Assert.Empty(Assert.Single(await PagesAsync()).Items);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], _clock.Waits);
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_long_is_left_alone()
    {
        _platform.Answer = (_, response) =>
        {
            response.StatusCode = 503;
            response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };

        var busy = await Assert.ThrowsAsync<PlatformBusyException>(PagesAsync);

        Assert.Equal((TimeSpan.FromMinutes(10), HttpStatusCode.ServiceUnavailable), (busy.RetryAfter, busy.StatusCode));
        Assert.Single(_platform.Calls);
    }

    [Fact]
    public async Task A_platform_that_never_stops_asking_to_wait_is_given_up()
    {
        _platform.Answer = (_, response) =>
        {
            response.StatusCode = 429;
            response.Headers.RetryAfter = "1";
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<PlatformBusyException>(PagesAsync);

        Assert.Equal(5, _platform.Calls.Count);
    }

    private Task<List<HistoryPage>> PagesAsync() =>
        _history.ReadAsync("shop", Since, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();

    private void Answer(params JsonObject[] pages)
    {
        var number = 0;
        _platform.Answer = (_, response) => response.WriteAsync(pages[number++].ToJsonString());
    }

    private static JsonObject Page(string? next, params JsonObject[] events) => new()
    {
        ["events"] = new JsonArray([.. events.Select(happening => happening.DeepClone())]),
        ["next"] = next,
    };

    // The webhook's id is the one that WebhookSamples.Generic signs with.
    private static JsonObject Event(string file)
    {
        var webhook = JsonNode.Parse(WebhookSamples.Body(file))!.AsObject();
        webhook["webhook_id"] = "msg_1";
        return webhook;
    }

    private static JsonObject At(DateTimeOffset time)
    {
        var happening = Event("generic_message_minimal.json");
        happening["timestamp"] = JsonSerializer.SerializeToNode(time);
        happening["data"]!.AsObject().Remove("sent_at");
        return happening;
    }

    private static string Text(Messages.MessageCaptured message) => Encoding.UTF8.GetString(Envelope.Wrap(message).Body.Span);
}
