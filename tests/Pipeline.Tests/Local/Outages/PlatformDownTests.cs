using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Messages;
using Pipeline.Replay;
using Pipeline.Tests.Capture.Platforms;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Local.Outages;

/// <summary>A platform whose API is down for an hour, while its webhooks go on.</summary>
public sealed class PlatformDownTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private FakePlatform _platform = null!;
    private SimulatedHost _host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static RecordedConversation Recorded => BundledConversations.All[0];

    public async ValueTask InitializeAsync()
    {
        _platform = await FakePlatform.StartAsync();
        _host = await SimulatedHost.StartAsync(services => services.Configure<PlatformOptions>(
            options => SimulatedHost.AddAccount(options, new Uri(_platform.Address, "/callbacks"))));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task After_the_outage_what_still_helps_is_delivered_once_and_what_does_not_is_dropped()
    {
        _platform.AnswerAlways(HttpStatusCode.ServiceUnavailable);
        await _host.PostAsync(Open("open"));
        await _host.PostAsync(ReplayScript.Write(Recorded, "closed", WholePath.Start));
        await _host.RunAsync();
        await _host.PassAsync(TimeSpan.FromHours(1), Minute);
        Assert.NotEmpty(_platform.Calls);
        _platform.Calls.Clear();

        _platform.AnswerAlways(HttpStatusCode.OK);
        await _host.PassAsync(TimeSpan.FromHours(2), Minute);

        var told = _platform.Calls.Select(call => (
            Key: call.Headers["webhook-id"],
            Type: call.Json.GetProperty("type").GetString(),
            Conversation: call.Json.GetProperty("data").GetProperty("conversation_id").GetString(),
            Message: call.Json.GetProperty("data").GetProperty("message_id").GetString(),
            Data: call.Json.GetProperty("data"))).ToList();
        Assert.Equal(told.Count, told.Select(call => call.Key).Distinct().Count());

        // Of the closed one, that its place was given back; no suggestion, and no advisor it was once given to.
        var closed = Assert.Single(told, call => call.Conversation == "closed");
        Assert.Equal("released", closed.Data.GetProperty("status").GetString());

        // Of the open one, where it stands, and suggestions for the last message alone.
        Assert.Contains(told, call => call is { Conversation: "open", Type: "conversation.routed" });
        Assert.All(
            told.Where(call => call.Type == "suggestions.ready"),
            call => Assert.Equal(("open", $"m-{Open("open").Count:D4}"), (call.Conversation, call.Message)));
        Assert.All(
            await _host.Bus.ReadDepthsAsync(Cancelled),
            depth => Assert.Equal((0, 0, 0), (depth.Active, depth.Scheduled, depth.DeadLettered)));
    }

    [Fact]
    public async Task While_it_is_down_it_is_asked_ever_more_seldom()
    {
        _platform.AnswerAlways(HttpStatusCode.ServiceUnavailable);
        await _host.PostAsync(Open("open"));
        await _host.RunAsync();
        await _host.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(1));
        var first = _platform.Calls.Count;
        await _host.PassAsync(TimeSpan.FromMinutes(57), Minute);

        Assert.InRange(_platform.Calls.Count - first, 1, first - 1);
    }

    [Fact]
    public async Task A_platform_that_asks_for_time_is_left_alone_and_nothing_is_lost()
    {
        _platform.Answer = (_, response) =>
        {
            response.StatusCode = (int)HttpStatusCode.TooManyRequests;
            response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };
        await _host.PostAsync(Open("open"));
        await _host.RunAsync();
        await _host.PassAsync(TimeSpan.FromMinutes(9), Minute);
        Assert.Single(_platform.Calls);

        _platform.AnswerAlways(HttpStatusCode.OK);
        await _host.PassAsync(TimeSpan.FromHours(1), Minute);

        Assert.Contains(_platform.Calls, call => call.Json.GetProperty("type").GetString() == "conversation.routed");
        Assert.Contains(
            _platform.Calls,
            call => call.Json.GetProperty("data").GetProperty("message_id").GetString() == $"m-{Open("open").Count:D4}");
        Assert.All(
            await _host.Bus.ReadDepthsAsync(Cancelled),
            depth => Assert.Equal((0, 0, 0), (depth.Active, depth.Scheduled, depth.DeadLettered)));
    }

    // Ends with a word of the customer that nobody has answered.
    private static IReadOnlyList<ReplayedEvent> Open(string id)
    {
        var last = Recorded.Turns.ToList().FindLastIndex(turn => turn.Role == SenderRole.Customer);
        return [.. ReplayScript.Write(Recorded, id, WholePath.Start).Take(last + 1)];
    }
}
