using System.Net;
using System.Text.Json;
using Pipeline.Replay;
using Pipeline.Tests.Replay;
using Pipeline.Tests.Support;
using Pipeline.Training.Replay;

namespace Pipeline.Tests.Training;

public sealed class ReplayRunTests
{
    private static readonly RecordedConversation[] Conversations =
    [
        Recordings.Of("one", 5, "a", "b", "c"),
        Recordings.Of("two", null, "a", "b"),
        Recordings.Of("three", null, "a", "b", "c", "d"),
    ];

    private readonly ImpatientClock _clock = new();

    [Fact]
    public async Task Every_conversation_is_played_in_its_order()
    {
        var receiver = new Receiver();

        var report = await PlayAsync(receiver, new("r", Parallelism: 3, null, ReplayPace.None));

        Assert.Equal((3, 13, 0), (report.Conversations, report.Accepted, report.Errors.Count));
        var byConversation = receiver.Events.Select(name => name.Split('/')).ToLookup(parts => parts[0], parts => parts[1]);
        Assert.Equal(["m-0001", "m-0002", "m-0003", "rating", "close"], byConversation["one-r"]);
        Assert.Equal(["m-0001", "m-0002", "close"], byConversation["two-r"]);
        Assert.Equal(["m-0001", "m-0002", "m-0003", "m-0004", "close"], byConversation["three-r"]);
    }

    [Fact]
    public async Task The_same_run_repeats_the_same_messages_and_another_run_makes_new_ones()
    {
        var receiver = new Receiver();
        await PlayAsync(receiver, new("r", 1, null, ReplayPace.None));
        await PlayAsync(receiver, new("r", 1, null, ReplayPace.None));
        await PlayAsync(receiver, new("s", 1, null, ReplayPace.None));

        Assert.Equal(39, receiver.Events.Count);
        Assert.Equal(26, receiver.Events.Distinct().Count());
    }

    [Fact]
    public async Task No_message_claims_to_be_from_the_future()
    {
        var receiver = new Receiver();
        var now = _clock.GetUtcNow();

        await PlayAsync(receiver, new("r", 1, null, ReplayPace.None));

        Assert.All(receiver.Requests, request =>
            Assert.InRange(JsonElement.Parse(request.Body).GetProperty("timestamp").GetDateTimeOffset(), now.AddHours(-1), now));
    }

    [Fact]
    public async Task Recorded_pauses_are_kept_when_asked_for()
    {
        await PlayAsync(new Receiver(), new("r", 1, null, ReplayPace.Recorded), [Recordings.Of("one", null, "a", "b", "c")]);

        Assert.Equal([30, 30, 0.001], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Errors_are_counted_by_what_came_back()
    {
        var receiver = new Receiver(index => index % 2 == 0
            ? new(HttpStatusCode.OK)
            : Receiver.Problem(HttpStatusCode.Unauthorized, "stale"));

        var report = await PlayAsync(receiver, new("r", 1, null, ReplayPace.None));

        Assert.Equal(7, report.Accepted);
        Assert.Equal(new KeyValuePair<string, int>("401: stale", 6), Assert.Single(report.Errors));
    }

    private async Task<ReplayReport> PlayAsync(
        Receiver receiver, ReplayOptions options, IReadOnlyList<RecordedConversation>? conversations = null)
    {
        using var http = new HttpClient(receiver, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new GenericWebhookClient(http, new Uri("http://127.0.0.1/hook"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", _clock);
        return await new ReplayRun(client, options, _clock).PlayAsync(
            conversations ?? Conversations, new Progress<RecordedConversation>(), TestContext.Current.CancellationToken);
    }
}
