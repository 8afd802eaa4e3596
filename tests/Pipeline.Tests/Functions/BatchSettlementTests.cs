using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Functions;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Functions;

public sealed class BatchSettlementTests
{
    private readonly BatchSettlement _settlement = new(TimeProvider.System, NullLogger<BatchSettlement>.Instance);

    [Fact]
    public async Task Each_message_ends_as_its_own_settlement_says()
    {
        var actions = new RecordingActions();
        await SettleAsync(
            actions,
            ("a", new Settlement.Complete("1")),
            ("b", new Settlement.Abandon("2", "TimeoutException: the table did not answer")),
            ("c", new Settlement.DeadLetter("3", "Refused", "The conversation has no platform.")));

        Assert.Equal("complete", actions.Settled["a"]);
        Assert.Equal("abandon: TimeoutException: the table did not answer", actions.Settled["b"]);
        Assert.Equal("dead letter: Refused: The conversation has no platform.", actions.Settled["c"]);
    }

    [Fact]
    public async Task When_a_message_failed_is_noted_with_it()
    {
        var clock = new FakeClock();
        var actions = new RecordingActions();
        await new BatchSettlement(clock, NullLogger<BatchSettlement>.Instance).SettleAsync(
            "Score",
            [.. "ab".Select(id => ServiceBusModelFactory.ServiceBusReceivedMessage(messageId: $"{id}"))],
            [new Settlement.Abandon("1", "TimeoutException"), new Settlement.DeadLetter("2", "Refused", "No platform.")],
            actions);

        Assert.Equal(["2026-03-02T09:00:00.0000000+00:00", "2026-03-02T09:00:00.0000000+00:00"], actions.FailedAt.Values);
    }

    [Fact]
    public async Task A_settlement_that_fails_leaves_its_neighbours_settled()
    {
        var actions = new RecordingActions(failing: "b");
        await SettleAsync(
            actions, ("a", new Settlement.Complete("1")), ("b", new Settlement.Complete("2")), ("c", new Settlement.Complete("3")));

        Assert.Equal(["a", "c"], actions.Settled.Keys);
    }

    [Fact]
    public async Task A_reason_is_cut_to_what_the_bus_takes()
    {
        var actions = new RecordingActions();
        await SettleAsync(actions, ("a", new Settlement.DeadLetter("1", "Refused", new string('x', 5000))));

        Assert.Equal("dead letter: Refused: " + new string('x', 4096), actions.Settled["a"]);
    }

    private Task SettleAsync(RecordingActions actions, params (string Id, Settlement Settlement)[] batch) => _settlement.SettleAsync(
        "Score",
        [.. batch.Select(item => ServiceBusModelFactory.ServiceBusReceivedMessage(messageId: item.Id))],
        [.. batch.Select(item => item.Settlement)],
        actions);
}
