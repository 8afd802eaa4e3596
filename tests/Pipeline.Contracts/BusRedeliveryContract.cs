using Xunit;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Contracts;

/// <summary>What becomes of messages that are not completed.</summary>
public abstract class BusRedeliveryContract : BusTestBase<BusFixture>
{
    [Fact]
    public async Task An_abandoned_message_comes_again_with_a_higher_count_and_another_token()
    {
        await SendAsync(Orders, Message("1"));
        var first = await ReceiveOneAsync(Orders);
        await AbandonAsync(Orders, first);
        var second = await ReceiveOneAsync(Orders);
        Assert.Equal("1", second.Message.Id);
        Assert.Equal(2, second.DeliveryCount);
        Assert.NotEqual(first.LockToken, second.LockToken);
    }

    [Fact]
    public async Task A_message_whose_lock_ran_out_comes_again()
    {
        await SendAsync(Orders, Message("1"));
        await ReceiveOneAsync(Orders);
        await Fixture.AdvanceAsync(LockDuration * 0.9);
        Assert.Empty(await ReceiveAsync(Orders));
        await Fixture.AdvanceAsync(LockDuration * 0.2);
        Assert.Equal(2, (await ReceiveOneAsync(Orders)).DeliveryCount);
    }

    [Fact]
    public async Task A_waiting_receiver_gets_a_message_whose_lock_ran_out()
    {
        await SendAsync(Orders, Message("1"));
        await ReceiveOneAsync(Orders);
        var waiting = Fixture.Receiver.ReceiveAsync(Orders, 1, TimeSpan.FromHours(1), Token);
        await Fixture.AdvanceAsync(LockDuration * 1.1);
        Assert.Equal(2, Assert.Single(await waiting).DeliveryCount);
    }

    [Fact]
    public async Task A_waiting_receiver_gets_a_message_that_was_abandoned()
    {
        await SendAsync(Orders, Message("1"));
        var received = await ReceiveOneAsync(Orders);
        var waiting = Fixture.Receiver.ReceiveAsync(Orders, 1, TimeSpan.FromHours(1), Token);
        await AbandonAsync(Orders, received);
        Assert.Equal(2, Assert.Single(await waiting).DeliveryCount);
    }

    [Fact]
    public async Task A_settlement_after_the_lock_ran_out_is_ignored()
    {
        await SendAsync(Orders, Message("1"));
        var late = await ReceiveOneAsync(Orders);
        await Fixture.AdvanceAsync(LockDuration * 1.1);
        await CompleteAsync(Orders, late);
        var again = await ReceiveOneAsync(Orders);
        await DeadLetterAsync(Orders, late);
        await CompleteAsync(Orders, again);
        Assert.Empty(await ListDeadAsync(Orders));
    }

    [Fact]
    public async Task A_second_settlement_is_ignored()
    {
        await SendAsync(Orders, Message("1"));
        var received = await ReceiveOneAsync(Orders);
        await CompleteAsync(Orders, received);
        await AbandonAsync(Orders, received);
        Assert.Empty(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task A_message_that_is_abandoned_too_often_becomes_a_dead_letter()
    {
        await SendAsync(Orders, Message("1"), Message("2"));
        for (var delivery = 1; delivery <= MaxDeliveryCount; delivery++)
        {
            var received = await ReceiveOneAsync(Orders);
            Assert.Equal(("1", delivery), (received.Message.Id, received.DeliveryCount));
            await AbandonAsync(Orders, received);
        }

        Assert.Equal(["2"], await ReceiveIdsAsync(Orders));
        var dead = Assert.Single(await ListDeadAsync(Orders));
        Assert.Equal(("1", "MaxDeliveryCountExceeded", MaxDeliveryCount), (dead.Message.Id, dead.Reason, dead.DeliveryCount));
    }

    [Fact]
    public async Task A_message_whose_lock_runs_out_too_often_becomes_a_dead_letter()
    {
        await SendAsync(Orders, Message("1"));
        for (var delivery = 1; delivery <= MaxDeliveryCount; delivery++)
        {
            await ReceiveOneAsync(Orders);
            await Fixture.AdvanceAsync(LockDuration * 1.1);
        }

        Assert.Empty(await ReceiveAsync(Orders));
        Assert.Equal("MaxDeliveryCountExceeded", Assert.Single(await ListDeadAsync(Orders)).Reason);
    }

    [Fact]
    public async Task A_message_that_comes_back_does_not_hold_up_the_others()
    {
        await SendAsync(Orders, Message("1"), Message("2"));
        await AbandonAsync(Orders, await ReceiveOneAsync(Orders));
        Assert.Equal(["1", "2"], (await ReceiveIdsAsync(Orders)).Order());
    }
}
