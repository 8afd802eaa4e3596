using Azure.Messaging.ServiceBus;
using Pipeline.AzureServices.Bus;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class AzureBusTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_go_in_one_batch_in_their_order()
    {
        var client = new RecordingServiceBus();
        await new AzureBus(client).SendAsync("captured", Messages(("a", 10), ("b", 10), ("c", 10)), Cancellation);
        Assert.Equal([("captured", "a b c")], Sent(client));
    }

    [Fact]
    public async Task What_does_not_fit_one_batch_goes_in_the_next_and_none_is_lost()
    {
        var client = new RecordingServiceBus(batchBytes: 100);
        await new AzureBus(client).SendAsync("captured", Messages(("a", 60), ("b", 40), ("c", 1), ("d", 99), ("e", 2)), Cancellation);
        Assert.Equal([("captured", "a b"), ("captured", "c d"), ("captured", "e")], Sent(client));
    }

    [Fact]
    public async Task A_message_larger_than_a_batch_is_refused_by_name()
    {
        var client = new RecordingServiceBus(batchBytes: 100);
        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            new AzureBus(client).SendAsync("captured", Messages(("a", 10), ("b", 101)), Cancellation));
        Assert.Contains("Message b is larger than the 100 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_message_stops_the_ones_before_it_too()
    {
        var client = new RecordingServiceBus();
        await Assert.ThrowsAsync<ArgumentException>(() =>
            new AzureBus(client).SendAsync("captured", Messages(("a", 10), ("", 10)), Cancellation));
        Assert.Empty(client.Batches);
    }

    [Fact]
    public async Task Nothing_to_send_sends_nothing()
    {
        var client = new RecordingServiceBus();
        await new AzureBus(client).SendAsync("captured", [], Cancellation);
        Assert.Empty(client.Batches);
    }

    [Fact]
    public async Task An_unknown_entity_is_an_argument_that_was_wrong_and_another_failure_stays_what_it_is()
    {
        var client = new RecordingServiceBus { Failure = new ServiceBusException("no", ServiceBusFailureReason.MessagingEntityNotFound) };
        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            new AzureBus(client).SendAsync("capturde", Messages(("a", 1)), Cancellation));
        Assert.Contains("'capturde'", refused.Message, StringComparison.Ordinal);

        client.Failure = new ServiceBusException("busy", ServiceBusFailureReason.GeneralError);
        await Assert.ThrowsAsync<ServiceBusException>(() => new AzureBus(client).SendAsync("captured", Messages(("a", 1)), Cancellation));
    }

    private static IEnumerable<(string, string)> Sent(RecordingServiceBus client) =>
        client.Batches.Select(batch => (batch.Entity, string.Join(' ', batch.Ids)));

    private static BusMessage[] Messages(params (string Id, int Bytes)[] messages) =>
    [
        .. messages.Select(message =>
            new BusMessage(message.Id, new byte[message.Bytes], new Dictionary<string, string>(), "conversation")),
    ];
}
