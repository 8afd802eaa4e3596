using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Local.Demo;
using Pipeline.Replay;
using Pipeline.Tests.Replay;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Local.Demo;

public sealed class DemoPlayerTests
{
    private readonly ImpatientClock _clock = new();

    [Fact]
    public async Task The_bundled_conversations_are_French_and_English_by_turns()
    {
        var conversations = await BundledConversations.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(24, conversations.Count);
        Assert.Equal(["fr", "en", "fr", "en"], conversations.Take(4).Select(conversation => conversation.Language));
    }

    [Fact]
    public async Task Round_after_round_is_played_under_new_ids()
    {
        var receiver = await PlayAsync(webhooks: 60, Recordings.Of("one", 5, "a", "b"), Recordings.Of("two", null, "a"));

        Assert.Equal(receiver.Events.Count, receiver.Events.Distinct().Count());
        var rounds = receiver.Events.Select(name => name.Split('/')[0]).ToHashSet();
        Assert.Contains("one-20260302T090000-1", rounds);
        Assert.Contains("one-20260302T090000-2", rounds);
    }

    [Fact]
    public async Task Stopping_closes_the_conversations_that_were_cut_off()
    {
        var receiver = await PlayAsync(webhooks: 30, Recordings.Of("one", null, "a", "b", "c"), Recordings.Of("two", null, "a", "b"));

        var closed = receiver.Events.Where(name => name.EndsWith("/close", StringComparison.Ordinal)).Select(name => name.Split('/')[0]);
        Assert.Equal(receiver.Events.Select(name => name.Split('/')[0]).Distinct().Order(), closed.Distinct().Order());
    }

    /// <summary>Plays until so many webhooks were sent, then stops.</summary>
    private async Task<Receiver> PlayAsync(int webhooks, params RecordedConversation[] conversations)
    {
        using var stop = new CancellationTokenSource();
        var receiver = new Receiver(index =>
        {
            if (index == webhooks)
            {
                stop.Cancel();
            }

            return new HttpResponseMessage(System.Net.HttpStatusCode.Accepted);
        });
        using var http = new HttpClient(receiver) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new GenericWebhookClient(
            http, new Uri("http://127.0.0.1/hook"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", _clock);
        var player = new DemoPlayer(client, conversations, 10, _clock, NullLogger<DemoPlayer>.Instance);
        await player.PlayAsync(stop.Token);
        await player.CloseOpenAsync(TestContext.Current.CancellationToken);
        return receiver;
    }
}
