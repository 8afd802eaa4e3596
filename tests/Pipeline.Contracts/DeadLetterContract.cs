using Pipeline.Ports;
using Xunit;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Contracts;

/// <summary>Dead letters are kept with their reason, and can be listed, replayed and purged.</summary>
public abstract class DeadLetterContract : BusTestBase<BusFixture>
{
    [Fact]
    public async Task A_dead_letter_keeps_the_message_its_reason_and_its_history()
    {
        var sent = Message("1", ("kind", "message"));
        await SendAsync(Orders, sent);
        await AbandonAsync(Orders, await ReceiveOneAsync(Orders));
        var enqueuedAt = Fixture.Now;
        await Fixture.AdvanceAsync(TimeSpan.FromSeconds(5));
        await DeadLetterAsync(Orders, await ReceiveOneAsync(Orders));
        var dead = Assert.Single(await ListDeadAsync(Orders));
        Assert.Equal((Orders, "BadBody", "It is no order.", 2), (dead.Source, dead.Reason, dead.Description, dead.DeliveryCount));
        Assert.Equal(("1", sent.PartitionKey, enqueuedAt), (dead.Message.Id, dead.Message.PartitionKey, dead.EnqueuedAt));
        Assert.Equal(enqueuedAt + TimeSpan.FromSeconds(5), dead.FailedAt);
        Assert.Equal(sent.Body.ToArray(), dead.Message.Body.ToArray());
        Assert.Equal("message", dead.Message.Properties["kind"]);
    }

    [Fact]
    public async Task A_dead_letter_is_not_delivered()
    {
        await BuryAsync("1");
        await Fixture.AdvanceAsync(LockDuration * 2);
        Assert.Empty(await ReceiveAsync(Orders));
    }

    [Fact]
    public async Task Dead_letters_are_listed_page_by_page_in_order()
    {
        await BuryAsync("1", "2", "3");
        var first = await Fixture.DeadLetters.ListAsync(Orders, 0, 2, Token);
        Assert.Equal(["1", "2"], first.Select(dead => dead.Message.Id));
        var second = await Fixture.DeadLetters.ListAsync(Orders, first[^1].SequenceNumber, 2, Token);
        Assert.Equal(["3"], second.Select(dead => dead.Message.Id));
    }

    [Fact]
    public async Task A_replayed_message_comes_again_as_new_though_its_id_is_known()
    {
        await BuryAsync("1", "2");
        var dead = await ListDeadAsync(Orders);
        Assert.Equal(1, await Fixture.DeadLetters.ReplayAsync(Orders, [dead[1].SequenceNumber, 999_999_999], Token));
        var received = await ReceiveOneAsync(Orders);
        Assert.Equal(("2", 1), (received.Message.Id, received.DeliveryCount));
        Assert.DoesNotContain(Envelope.FailedAt, received.Message.Properties.Keys);
        Assert.Equal(["1"], (await ListDeadAsync(Orders)).Select(letter => letter.Message.Id));
    }

    [Fact]
    public async Task A_message_replayed_on_a_subscription_reaches_no_other_subscription()
    {
        await SendAsync(Events, Message("1", ("loud", "yes")));
        await DeadLetterAsync(All, await ReceiveOneAsync(All));
        await CompleteAsync(FrenchOrLoud, await ReceiveOneAsync(FrenchOrLoud));
        await Fixture.DeadLetters.ReplayAsync(All, [Assert.Single(await ListDeadAsync(All)).SequenceNumber], Token);
        Assert.Single(await ReceiveAsync(All));
        Assert.Empty(await ReceiveAsync(FrenchOrLoud));
    }

    [Fact]
    public async Task A_purged_dead_letter_is_gone()
    {
        await BuryAsync("1", "2");
        var dead = await ListDeadAsync(Orders);
        Assert.Equal(1, await Fixture.DeadLetters.PurgeAsync(Orders, [dead[0].SequenceNumber], Token));
        Assert.Equal(0, await Fixture.DeadLetters.ReplayAsync(Orders, [dead[0].SequenceNumber], Token));
        Assert.Equal(["2"], (await ListDeadAsync(Orders)).Select(letter => letter.Message.Id));
    }

    [Fact]
    public async Task A_number_that_no_dead_letter_has_touches_none_of_any_source()
    {
        await SendAsync(Events, Message("1", ("loud", "yes")));
        await DeadLetterAsync(All, await ReceiveOneAsync(All));
        var real = Assert.Single(await ListDeadAsync(All)).SequenceNumber;
        long[] strange = [-1, 0, long.MaxValue, .. Enumerable.Range(1, 8).Select(source => ((long)source << 48) | real)];
        Assert.Equal(0, await Fixture.DeadLetters.ReplayAsync(Orders, strange, Token));
        Assert.Equal(0, await Fixture.DeadLetters.PurgeAsync(Orders, strange, Token));
        Assert.Equal(real, Assert.Single(await ListDeadAsync(All)).SequenceNumber);
    }

    [Fact]
    public async Task An_unknown_source_is_named_in_the_error()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Fixture.DeadLetters.ListAsync("orderz", 0, 1, Token));
        Assert.Contains("orderz", exception.Message, StringComparison.Ordinal);
    }

    private async Task BuryAsync(params string[] ids)
    {
        await SendAsync(Orders, [.. ids.Select(id => Message(id))]);
        foreach (var received in await ReceiveAsync(Orders))
        {
            await DeadLetterAsync(Orders, received);
        }
    }
}
