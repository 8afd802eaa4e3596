using Azure.Messaging.ServiceBus;
using Pipeline.AzureServices.Bus;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class BusMessageMappingTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly BusMessage Message = new(
        "scored-1",
        """{"type":"scored"}"""u8.ToArray(),
        new Dictionary<string, string> { ["type"] = "scored", ["kind"] = "Message" },
        "generic~shop~1",
        Nine);

    [Fact]
    public void What_is_sent_carries_identity_body_properties_key_and_time()
    {
        var sent = BusMessageMapping.ToSend(Message);

        Assert.Equal(
            ("scored-1", "generic~shop~1", "application/json", Nine),
            (sent.MessageId, sent.CorrelationId, sent.ContentType, sent.ScheduledEnqueueTime));
        Assert.Equal(Message.Body.ToArray(), sent.Body.ToArray());
        Assert.Equal([("kind", "Message"), ("type", "scored")], sent.ApplicationProperties.Select(p => (p.Key, p.Value)).Order());
    }

    [Fact]
    public void What_is_received_is_what_was_sent()
    {
        var received = BusMessageMapping.Received(Deliver(BusMessageMapping.ToSend(Message)));

        Assert.Equal((Message.Id, Message.PartitionKey, Message.ScheduledFor), (
            received.Message.Id, received.Message.PartitionKey, received.Message.ScheduledFor));
        Assert.Equal(Message.Body.ToArray(), received.Message.Body.ToArray());
        Assert.Equal(Message.Properties.Order(Comparer), received.Message.Properties.Order(Comparer));
        Assert.Equal((2, Nine.AddSeconds(1)), (received.DeliveryCount, received.EnqueuedAt));
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", received.LockToken);
    }

    [Fact]
    public void A_message_that_was_not_scheduled_is_received_as_not_scheduled()
    {
        var received = BusMessageMapping.Received(Deliver(BusMessageMapping.ToSend(Message with { ScheduledFor = null })));
        Assert.Null(received.Message.ScheduledFor);
    }

    [Fact]
    public void A_dead_letter_tells_its_reason_and_holds_the_message_as_it_was_sent()
    {
        var sent = BusMessageMapping.ToSend(Message);
        sent.ApplicationProperties["DeadLetterReason"] = "Refused";
        sent.ApplicationProperties["DeadLetterErrorDescription"] = "No platform.";
        sent.ApplicationProperties[BusMessageMapping.AbandonReason] = "TimeoutException";

        var letter = BusMessageMapping.DeadLettered("conversations/route", Deliver(sent));

        Assert.Equal(("conversations/route", 42, "Refused", "No platform.", 2), (
            letter.Source, letter.SequenceNumber, letter.Reason, letter.Description, letter.DeliveryCount));
        Assert.Equal(Message.Properties.Order(Comparer), letter.Message.Properties.Order(Comparer));
    }

    [Fact]
    public void A_dead_letter_that_the_bus_gave_up_tells_why_and_when_it_failed_last()
    {
        var properties = new Dictionary<string, object>
        {
            [BusMessageMapping.AbandonReason] = "TimeoutException",
            [Envelope.FailedAt] = "2026-03-02T09:00:00.0000000+00:00",
            ["DeadLetterReason"] = "MaxDeliveryCountExceeded",
            ["DeadLetterErrorDescription"] = "Message could not be consumed after 10 delivery attempts.",
        };
        var letter = BusMessageMapping.DeadLettered("captured", ServiceBusModelFactory.ServiceBusReceivedMessage(properties: properties));

        Assert.Equal("Message could not be consumed after 10 delivery attempts. Last: TimeoutException", letter.Description);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), letter.FailedAt);
        Assert.Empty(letter.Message.Properties);
    }

    [Fact]
    public void A_property_that_is_no_text_is_read_as_text()
    {
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(properties: new Dictionary<string, object> { ["count"] = 1.5 });
        Assert.Equal("1.5", BusMessageMapping.Received(message).Message.Properties["count"]);
    }

    [Fact]
    public void A_message_over_a_limit_of_the_bus_is_refused_before_it_is_sent()
    {
        var refused = Assert.Throws<ArgumentException>(() => BusMessageMapping.ToSend(Message with { Id = new string('x', 129) }));
        Assert.Contains("129", refused.Message, StringComparison.Ordinal);
    }

    private static Comparer<KeyValuePair<string, string>> Comparer { get; } =
        Comparer<KeyValuePair<string, string>>.Create((left, right) => string.CompareOrdinal(left.Key, right.Key));

    private static ServiceBusReceivedMessage Deliver(ServiceBusMessage message) => ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: message.Body,
        messageId: message.MessageId,
        correlationId: message.CorrelationId,
        scheduledEnqueueTime: message.ScheduledEnqueueTime,
        properties: message.ApplicationProperties,
        lockTokenGuid: Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
        deliveryCount: 2,
        sequenceNumber: 42,
        enqueuedTime: Nine.AddSeconds(1));
}
