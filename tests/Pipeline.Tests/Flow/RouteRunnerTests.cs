using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Flow;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Flow;

public sealed class RouteRunnerTests
{
    private readonly RecordingBus _bus = new();
    private readonly FakeClock _clock = new();
    private readonly Echo _echo = new();

    private static readonly StageRoute Plain = StageRoute.Named("Echo").From("in").Run<MessageCaptured, MessageCaptured, Echo>().To("out", "also");

    private static readonly StageRoute Once =
        StageRoute.Named("Echo").From("in").Run<MessageCaptured, MessageCaptured, Echo>().OncePerConversation().ToNobody();

    private static readonly StageRoute Retrying = StageRoute.Named("Echo").From("in")
        .Run<MessageCaptured, MessageCaptured, Echo>()
        .RetryingAfter(new RetrySchedule([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)]))
        .To("out");

    [Fact]
    public async Task What_goes_on_reaches_every_destination_before_the_message_is_completed()
    {
        var settlements = await RunAsync(Plain, Captured("m-1"));

        Assert.IsType<Settlement.Complete>(Assert.Single(settlements));
        Assert.Equal(["also", "out"], _bus.Sent.Select(sent => sent.Entity).Order());
    }

    [Fact]
    public async Task What_no_subscription_of_a_topic_takes_is_not_sent_to_it()
    {
        var toTopic = StageRoute.Named("Echo").From("in").Run<MessageCaptured, MessageCaptured, Echo>().To(Entities.Conversations, "out");
        var settlements = await RunAsync(toTopic, Captured("m-1"));

        Assert.IsType<Settlement.Complete>(Assert.Single(settlements));
        Assert.Equal(["out"], _bus.Sent.Select(sent => sent.Entity));
    }

    [Fact]
    public async Task A_message_that_fails_does_not_fail_its_neighbours_and_rests_before_it_comes_again()
    {
        _echo.Fails = message => message.MessageId == "m-2";
        var settlements = await RunAsync(Plain, Captured("m-1"), Captured("m-2"), Captured("m-3"));

        Assert.IsType<Settlement.Complete>(settlements[0]);
        var abandoned = Assert.IsType<Settlement.Abandon>(settlements[1]);
        Assert.Equal(TimeSpan.FromMilliseconds(400), abandoned.Pause);
        Assert.IsType<Settlement.Complete>(settlements[2]);
        Assert.Equal(4, _bus.Sent.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_met_a_storage_which_cannot_be_written_is_not_blamed(bool retrying)
    {
        _echo.Fails = _ => throw new StorageUnavailableException("The disk of the data folder is full.");
        var settlement = Assert.Single(await RunAsync(retrying ? Retrying : Plain, Captured("m-1")));

        var abandoned = Assert.IsType<Settlement.Abandon>(settlement);
        Assert.Equal((false, RedeliveryPause.WithoutStorage), (abandoned.Counts, abandoned.Pause));
        Assert.Empty(_bus.Sent);
    }

    [Fact]
    public async Task One_run_does_for_all_messages_of_a_conversation_where_the_route_says_so()
    {
        var settlements = await RunAsync(Once, Captured("m-1"), Captured("m-2"), Captured("m-3", "c-2"));

        Assert.All(settlements, settlement => Assert.IsType<Settlement.Complete>(settlement));
        Assert.Equal(["m-1", "m-3"], _echo.Seen.Order());
    }

    [Fact]
    public async Task A_run_that_failed_does_not_do_for_the_next_message_of_its_conversation()
    {
        _echo.Fails = message => message.MessageId == "m-1";
        var settlements = await RunAsync(Once, Captured("m-1"), Captured("m-2"), Captured("m-3"));

        Assert.IsType<Settlement.Abandon>(settlements[0]);
        Assert.IsType<Settlement.Complete>(settlements[1]);
        Assert.IsType<Settlement.Complete>(settlements[2]);
        Assert.Equal(["m-1", "m-2"], _echo.Seen.Order());
    }

    [Fact]
    public async Task A_refused_message_is_dead_lettered_with_the_reason()
    {
        _echo.Refuses = "It can never work.";
        var dead = Assert.IsType<Settlement.DeadLetter>(Assert.Single(await RunAsync(Plain, Captured("m-1"))));

        Assert.Equal(("Refused", "It can never work."), (dead.Reason, dead.Description));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"unheard of\"}")]
    [InlineData("{\"type\":\"captured\"}")]
    [InlineData("null")]
    public async Task A_body_that_is_not_a_message_of_the_route_is_dead_lettered_and_not_quoted(string body)
    {
        var message = new BusMessage("m-1", System.Text.Encoding.UTF8.GetBytes(body), new Dictionary<string, string>(), "c-1");
        var dead = Assert.IsType<Settlement.DeadLetter>(Assert.Single(await RunAsync(Plain, message)));

        Assert.Equal("BadBody", dead.Reason);
        Assert.DoesNotContain("unheard", dead.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_stage_is_no_bad_body()
    {
        _echo.Fails = _ => throw new System.Text.Json.JsonException("A stored row is damaged.");
        Assert.IsType<Settlement.Abandon>(Assert.Single(await RunAsync(Plain, Captured("m-1"))));
    }

    [Fact]
    public async Task A_route_with_a_schedule_puts_a_failed_message_back_and_dead_letters_it_in_the_end()
    {
        _echo.Fails = _ => true;
        var message = Captured("m-1");
        foreach (var delay in Retrying.Retry!.Delays)
        {
            Assert.IsType<Settlement.Complete>(Assert.Single(await RunAsync(Retrying, message)));
            var again = _bus.Sent[^1];
            Assert.Equal("in", again.Entity);
            Assert.InRange(again.Message.ScheduledFor!.Value - _clock.GetUtcNow(), delay, delay * 1.25);
            Assert.NotEqual(message.Id, again.Message.Id);
            message = again.Message;
        }

        var dead = Assert.IsType<Settlement.DeadLetter>(Assert.Single(await RunAsync(Retrying, message)));
        Assert.Equal("RetriesExhausted", dead.Reason);

        var replayed = Envelope.Forgiven(message);
        Assert.IsType<Settlement.Complete>(Assert.Single(await RunAsync(Retrying, replayed)));
    }

    [Fact]
    public async Task A_dead_letter_that_is_replayed_and_fails_again_is_put_back_under_ids_it_never_had()
    {
        _echo.Fails = _ => true;
        var message = Captured("m-1");
        for (var life = 0; life < 3; life++)
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                await RunAsync(Retrying, message);
                message = _bus.Sent[^1].Message;
            }

            message = Envelope.Forgiven(message);
        }

        // The bus drops an id that it has seen within minutes: the message would be gone.
        Assert.Equal(_bus.Sent.Count, _bus.Sent.Select(sent => sent.Message.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_platform_that_asks_for_time_gets_it()
    {
        _echo.Fails = _ => throw new PlatformBusyException("Later.", System.Net.HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(10));
        await RunAsync(Retrying, Captured("m-1"));
        Assert.InRange(
            _bus.Sent[^1].Message.ScheduledFor!.Value - _clock.GetUtcNow(), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(12.5));
    }

    [Fact]
    public void What_failed_together_does_not_come_back_together()
    {
        var delays = Enumerable.Range(0, 100).Select(number => RetrySchedule.ForPlatforms.After(3, $"m-{number}")).ToList();

        Assert.True(delays.Distinct().Count() > 95);
        Assert.All(delays, delay => Assert.InRange(delay, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.5)));
        Assert.Equal(delays[7], RetrySchedule.ForPlatforms.After(3, "m-7"));
    }

    [Fact]
    public void A_subscription_takes_no_schedule() => Assert.Throws<InvalidOperationException>(() =>
        StageRoute.Named("Echo").From("topic", "subscription").Run<MessageCaptured, MessageCaptured, Echo>().RetryingAfter(RetrySchedule.ForPlatforms));

    [Fact]
    public void The_pauses_of_all_deliveries_last_for_half_a_minute_and_each_stays_within_the_lock()
    {
        var pauses = Enumerable.Range(1, 10).Select(RedeliveryPause.After).ToList();

        Assert.True(pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause) > TimeSpan.FromSeconds(30));
        Assert.All(pauses, pause => Assert.True(pause < TimeSpan.FromSeconds(15)));
    }

    private async Task<IReadOnlyList<Settlement>> RunAsync(StageRoute route, params BusMessage[] messages)
    {
        await using var services = new ServiceCollection().AddSingleton(_echo).BuildServiceProvider();
        var runner = new RouteRunner(services, _bus, _clock, NullLogger<RouteRunner>.Instance);
        return await runner.RunAsync(
            route,
            [.. messages.Select((message, index) => new ReceivedMessage(message, $"lock-{index}", 3, _clock.GetUtcNow()))],
            TestContext.Current.CancellationToken);
    }

    private static BusMessage Captured(string id, string conversation = "c-1") => Envelope.Wrap(new MessageCaptured
    {
        Conversation = Said.Conversation with { Key = conversation },
        MessageId = id,
        Kind = MessageKind.Message,
        Sender = new Sender(SenderRole.Customer),
        SentAt = Said.Start,
        Text = "bonjour",
    });

    /// <summary>Returns what it is given.</summary>
    private sealed class Echo : IStage<MessageCaptured, MessageCaptured>
    {
        public Func<MessageCaptured, bool> Fails { get; set; } = _ => false;

        public string? Refuses { get; set; }

        public List<string> Seen { get; } = [];

        public Task<StageResult<MessageCaptured>> RunAsync(MessageCaptured message, CancellationToken cancellationToken)
        {
            Seen.Add(message.MessageId);
            return Fails(message)
                ? throw new TimeoutException("The storage is away.")
                : Task.FromResult<StageResult<MessageCaptured>>(
                    Refuses is { } reason ? new StageResult<MessageCaptured>.Refuse(reason) : message);
        }
    }
}
