using Xunit;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Contracts;

/// <summary>Messages that become visible later.</summary>
public abstract class BusScheduleContract : BusTestBase<BusFixture>
{
    [Fact]
    public async Task A_scheduled_message_is_invisible_until_it_is_due()
    {
        await SendAsync(Orders, Message("1") with { ScheduledFor = Fixture.Now.AddMinutes(5) });
        await Fixture.AdvanceAsync(TimeSpan.FromMinutes(4));
        Assert.Empty(await ReceiveAsync(Orders));
        await Fixture.AdvanceAsync(TimeSpan.FromMinutes(2));
        var received = await ReceiveOneAsync(Orders);
        Assert.Equal(("1", 1), (received.Message.Id, received.DeliveryCount));
    }

    [Fact]
    public async Task A_waiting_receiver_gets_a_scheduled_message_when_it_is_due()
    {
        await SendAsync(Orders, Message("1") with { ScheduledFor = Fixture.Now.AddMinutes(5) });
        var waiting = Fixture.Receiver.ReceiveAsync(Orders, 1, TimeSpan.FromHours(1), Token);
        await Fixture.AdvanceAsync(TimeSpan.FromMinutes(6));
        Assert.Single(await waiting);
    }

    [Fact]
    public async Task Scheduled_messages_come_in_the_order_in_which_they_are_due()
    {
        var now = Fixture.Now;
        await SendAsync(
            Orders,
            Message("late") with { ScheduledFor = now.AddMinutes(3) },
            Message("early") with { ScheduledFor = now.AddMinutes(1) },
            Message("at once"));
        await Fixture.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["at once", "early", "late"], await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task A_message_scheduled_for_the_past_comes_at_once()
    {
        await SendAsync(Orders, Message("1") with { ScheduledFor = Fixture.Now.AddMinutes(-1) });
        Assert.Single(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task A_scheduled_message_on_a_topic_comes_to_the_subscriptions_that_want_it()
    {
        await SendAsync(Events, Message("1", ("loud", "yes")) with { ScheduledFor = Fixture.Now.AddMinutes(1) });
        await Fixture.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await ReceiveAsync(All));
        Assert.Single(await ReceiveAsync(FrenchOrLoud));
        Assert.Empty(await ReceiveAsync(French));
    }

    [Fact]
    public async Task The_id_of_a_scheduled_message_counts_for_duplicate_detection_from_when_it_was_sent()
    {
        await SendAsync(Orders, Message("1") with { ScheduledFor = Fixture.Now.AddMinutes(1) });
        await SendAsync(Orders, Message("1"));
        Assert.Empty(await ReceiveAsync(Orders));
    }
}
