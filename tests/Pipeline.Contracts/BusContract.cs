using Pipeline.Ports;
using Xunit;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Contracts;

/// <summary>Sending and receiving.</summary>
public abstract class BusContract : BusTestBase<BusFixture>
{
    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        var sent = Message("1", ("kind", "message"), ("language", "français"));
        await SendAsync(Orders, sent);
        var received = await ReceiveOneAsync(Orders);
        Assert.Equal("1", received.Message.Id);
        Assert.Equal(sent.Body.ToArray(), received.Message.Body.ToArray());
        Assert.Equal(sent.Properties.OrderBy(property => property.Key), received.Message.Properties.OrderBy(property => property.Key));
        Assert.Equal(sent.PartitionKey, received.Message.PartitionKey);
        Assert.Equal(1, received.DeliveryCount);
        Assert.Equal(Fixture.Now, received.EnqueuedAt);
    }

    [Fact]
    public async Task The_sender_may_reuse_its_buffer()
    {
        var body = new byte[] { 1, 2, 3 };
        await SendAsync(Orders, Message("1") with { Body = body });
        body[0] = 9;
        Assert.Equal([1, 2, 3], (await ReceiveOneAsync(Orders)).Message.Body.ToArray());
    }

    [Fact]
    public async Task Messages_arrive_in_the_order_in_which_they_were_sent()
    {
        await SendAsync(Orders, Message("b"), Message("a"));
        await SendAsync(Orders, Message("c"));
        Assert.Equal(["b", "a", "c"], await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task No_more_messages_are_taken_than_asked_for()
    {
        await SendAsync(Orders, Message("1"), Message("2"), Message("3"));
        Assert.Equal(2, (await ReceiveAsync(Orders, maxMessages: 2)).Count);
        Assert.Equal("3", (await ReceiveOneAsync(Orders)).Message.Id);
    }

    [Fact]
    public async Task A_locked_message_is_not_given_to_another_receiver()
    {
        await SendAsync(Orders, Message("1"));
        await ReceiveOneAsync(Orders);
        Assert.Empty(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task A_completed_message_does_not_come_again()
    {
        await SendAsync(Orders, Message("1"));
        await CompleteAsync(Orders, await ReceiveOneAsync(Orders));
        await Fixture.AdvanceAsync(LockDuration * 2);
        Assert.Empty(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task Several_messages_are_settled_in_one_call_each_in_its_way()
    {
        await SendAsync(Orders, Message("1"), Message("2"), Message("3"));
        var received = await ReceiveAsync(Orders);
        await SettleAsync(
            Orders,
            new Settlement.Complete(received[0].LockToken),
            new Settlement.Abandon(received[1].LockToken, "it failed"),
            new Settlement.DeadLetter(received[2].LockToken, "BadBody", "It is no order."));
        Assert.Equal(["2"], await ReceiveIdsAsync(Orders));
        Assert.Equal("3", Assert.Single(await ListDeadAsync(Orders)).Message.Id);
    }

    [Fact]
    public async Task The_same_id_sent_twice_arrives_once()
    {
        await SendAsync(Orders, Message("1"), Message("1"));
        await SendAsync(Orders, Message("1"));
        await CompleteAsync(Orders, await ReceiveOneAsync(Orders));
        await SendAsync(Orders, Message("1"));
        Assert.Empty(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task An_id_is_forgotten_some_time_after_the_duplicate_window()
    {
        await SendAsync(Orders, Message("1"));
        await Fixture.AdvanceAsync(DuplicateWindow * 0.9);
        await SendAsync(Orders, Message("1"));
        Assert.Single(await ReceiveAsync(Orders));
        await Fixture.AdvanceAsync(DuplicateWindow * 2);
        await SendAsync(Orders, Message("1"), Message("2"));
        Assert.Contains("1", await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task Queues_are_kept_apart()
    {
        await SendAsync(Orders, Message("1"));
        Assert.Empty(await ReceiveAsync(Returns));
        await SendAsync(Returns, Message("1"));
        Assert.Single(await ReceiveAsync(Returns));
        Assert.Single(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task An_empty_queue_answers_empty_when_the_wait_is_over()
    {
        var waiting = Fixture.Receiver.ReceiveAsync(Orders, 1, TimeSpan.FromSeconds(30), Token);
        Assert.False(waiting.IsCompleted);
        await Fixture.AdvanceAsync(TimeSpan.FromSeconds(31));
        Assert.Empty(await waiting);
    }

    [Fact]
    public async Task A_waiting_receiver_gets_a_message_as_soon_as_it_is_sent()
    {
        var waiting = Fixture.Receiver.ReceiveAsync(Orders, 10, TimeSpan.FromHours(1), Token);
        await SendAsync(Orders, Message("1"));
        Assert.Equal("1", Assert.Single(await waiting).Message.Id);
    }

    [Fact]
    public async Task Two_waiting_receivers_get_a_message_each()
    {
        var first = Fixture.Receiver.ReceiveAsync(Orders, 1, TimeSpan.FromHours(1), Token);
        var second = Fixture.Receiver.ReceiveAsync(Orders, 1, TimeSpan.FromHours(1), Token);
        await SendAsync(Orders, Message("1"), Message("2"));
        var received = await Task.WhenAll(first, second);
        Assert.Equal(["1", "2"], received.Select(messages => Assert.Single(messages).Message.Id).Order());
    }

    [Fact]
    public async Task A_receiver_that_gives_up_locks_nothing()
    {
        using var giveUp = new CancellationTokenSource();
        var waiting = Fixture.Receiver.ReceiveAsync(Orders, 1, TimeSpan.FromHours(1), giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await SendAsync(Orders, Message("1"));
        Assert.Single(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task Each_subscription_whose_filter_matches_gets_its_own_copy()
    {
        await SendAsync(
            Events,
            Message("french", ("language", "fr"), ("kind", "message")),
            Message("french close", ("language", "fr"), ("kind", "close")),
            Message("loud", ("language", "en"), ("loud", "yes")),
            Message("quiet", ("language", "en")));
        Assert.Equal(["french", "french close", "loud", "quiet"], await ReceiveIdsAsync(All));
        Assert.Equal(["french"], await ReceiveIdsAsync(French));
        Assert.Equal(["french", "french close", "loud"], await ReceiveIdsAsync(FrenchOrLoud));
    }

    [Fact]
    public async Task A_copy_that_is_completed_stays_on_the_other_subscriptions()
    {
        await SendAsync(Events, Message("1", ("language", "fr"), ("kind", "message")));
        await CompleteAsync(All, await ReceiveOneAsync(All));
        await AbandonAsync(French, await ReceiveOneAsync(French));
        Assert.Equal(2, (await ReceiveOneAsync(French)).DeliveryCount);
        Assert.Equal(1, (await ReceiveOneAsync(FrenchOrLoud)).DeliveryCount);
    }

    [Fact]
    public async Task An_unknown_queue_is_named_in_the_error()
    {
        var sending = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync("orderz", Message("1")));
        Assert.Contains("orderz", sending.Message, StringComparison.Ordinal);
        var receiving = await Assert.ThrowsAsync<ArgumentException>(() => ReceiveAsync("orderz"));
        Assert.Contains("orderz", receiving.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(129)]
    public async Task An_id_that_is_empty_or_too_long_is_refused(int length)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(Orders, Message(new string('x', length))));
        Assert.Empty(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task A_message_may_have_256_KiB_and_no_more()
    {
        var largest = Message("1", ("kind", "long")) with { Body = new byte[(256 * 1024) - 8] };
        await SendAsync(Orders, largest);
        Assert.Equal(largest.Body.Length, (await ReceiveOneAsync(Orders)).Message.Body.Length);
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(Orders, largest with { Id = "2", Body = new byte[(256 * 1024) - 7] }));
    }

    [Fact]
    public async Task The_depth_counts_ready_locked_scheduled_and_dead_messages()
    {
        await SendAsync(Orders, Message("1"), Message("2"), Message("3"), Message("4") with { ScheduledFor = Fixture.Now.AddHours(1) });
        var received = await ReceiveAsync(Orders, maxMessages: 2);
        await DeadLetterAsync(Orders, received[0]);
        var depths = await Fixture.Status.ReadDepthsAsync(Token);
        Assert.Equal(new QueueDepth(Orders, Active: 2, Scheduled: 1, DeadLettered: 1), depths.Single(depth => depth.Source == Orders));
        Assert.Equal(new QueueDepth(All, 0, 0, 0), depths.Single(depth => depth.Source == All));
    }
}
