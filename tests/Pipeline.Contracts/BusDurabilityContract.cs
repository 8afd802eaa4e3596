using Xunit;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Contracts;

/// <summary>What a bus on a disk still knows after it was closed or killed.</summary>
public abstract class BusDurabilityContract : BusTestBase<DurableBusFixture>
{
    [Fact]
    public async Task What_was_sent_is_there_after_reopening_in_order()
    {
        await SendAsync(Orders, Message("1"), Message("2"), Message("3"));
        await Fixture.ReopenAsync();
        Assert.Equal(["1", "2", "3"], await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task What_was_completed_is_gone_after_reopening()
    {
        await SendAsync(Orders, Message("1"), Message("2"));
        await CompleteAsync(Orders, await ReceiveOneAsync(Orders));
        await Fixture.ReopenAsync();
        Assert.Equal(["2"], await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task What_was_locked_comes_back_after_reopening_and_its_old_lock_is_void()
    {
        await SendAsync(Orders, Message("1"));
        var before = await ReceiveOneAsync(Orders);
        await Fixture.ReopenAsync();
        await CompleteAsync(Orders, before);
        Assert.Equal(2, (await ReceiveOneAsync(Orders)).DeliveryCount);
    }

    [Fact]
    public async Task New_messages_come_after_those_from_before_reopening()
    {
        await SendAsync(Orders, Message("1"));
        await Fixture.ReopenAsync();
        await SendAsync(Orders, Message("2"));
        Assert.Equal(["1", "2"], await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task Ids_scheduled_messages_and_dead_letters_survive_reopening()
    {
        await SendAsync(Orders, Message("dead"), Message("later") with { ScheduledFor = Fixture.Now.AddMinutes(1) });
        await DeadLetterAsync(Orders, await ReceiveOneAsync(Orders));
        await Fixture.ReopenAsync();
        await SendAsync(Orders, Message("dead"), Message("later"));
        Assert.Empty(await ReceiveAsync(Orders));
        Assert.Equal("BadBody", Assert.Single(await ListDeadAsync(Orders)).Reason);
        await Fixture.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["later"], await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task A_copy_completed_on_one_subscription_is_still_whole_on_the_other_after_reopening()
    {
        await SendAsync(Events, Message("1", ("loud", "yes")));
        await CompleteAsync(All, await ReceiveOneAsync(All));
        await Fixture.ReopenAsync();
        Assert.Empty(await ReceiveAsync(All));
        Assert.Equal(Message("1").Body.ToArray(), (await ReceiveOneAsync(FrenchOrLoud)).Message.Body.ToArray());
    }

    [Fact]
    public async Task The_depth_is_right_after_reopening()
    {
        await SendAsync(Orders, Message("1"), Message("2"), Message("3") with { ScheduledFor = Fixture.Now.AddMinutes(1) });
        await DeadLetterAsync(Orders, await ReceiveOneAsync(Orders));
        await Fixture.ReopenAsync();
        var depth = (await Fixture.Status.ReadDepthsAsync(Token)).Single(depth => depth.Source == Orders);
        Assert.Equal((1, 1, 1), (depth.Active, depth.Scheduled, depth.DeadLettered));
    }

    [Fact]
    public async Task What_was_sent_or_completed_before_a_crash_stays_so()
    {
        await SendAsync(Orders, Message("1"), Message("2"));
        await CompleteAsync(Orders, await ReceiveOneAsync(Orders));
        await Fixture.ReopenAfterCrashAsync();
        await SendAsync(Orders, Message("1"), Message("2"), Message("3"));
        Assert.Equal(["2", "3"], await ReceiveIdsAsync(Orders));
    }

    [Fact]
    public async Task A_message_that_kills_the_process_every_time_ends_as_a_dead_letter()
    {
        await SendAsync(Orders, Message("killer"), Message("harmless"));
        for (var crash = 0; crash <= MaxDeliveryCount; crash++)
        {
            Assert.Equal("killer", (await ReceiveOneAsync(Orders)).Message.Id);
            await Fixture.ReopenAfterCrashAsync();
        }

        Assert.Equal(["harmless"], await ReceiveIdsAsync(Orders));
        var dead = Assert.Single(await ListDeadAsync(Orders));
        Assert.Equal(("killer", "MaxDeliveryCountExceeded"), (dead.Message.Id, dead.Reason));
    }
}
