using System.Globalization;
using Azure.Messaging.ServiceBus;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Bus;

/// <summary>
/// Our messages as Service Bus carries them. The partition key travels as the correlation id: the key of a conversation may be longer than
/// the 128 characters of a Service Bus partition key, and our entities are not partitioned.
/// </summary>
public static class BusMessageMapping
{
    /// <summary>The property that an abandoned message carries: why the delivery before failed.</summary>
    public const string AbandonReason = "abandon-reason";

    // The reason that Service Bus gives a message that was delivered too often.
    private const string Exhausted = "MaxDeliveryCountExceeded";

    /// <summary>Properties that the bus, its client or the settlement add: no part of what was sent.</summary>
    private static readonly string[] Added =
        [AbandonReason, "DeadLetterReason", "DeadLetterErrorDescription", "Diagnostic-Id", Envelope.FailedAt];

    /// <summary>A message to send.</summary>
    /// <exception cref="ArgumentException">The message breaks a limit of the bus.</exception>
    public static ServiceBusMessage ToSend(BusMessage message)
    {
        BusLimits.Check(message);
        var outgoing = new ServiceBusMessage(message.Body)
        {
            MessageId = message.Id,
            CorrelationId = message.PartitionKey,
            ContentType = "application/json",
        };
        if (message.ScheduledFor is { } time)
        {
            outgoing.ScheduledEnqueueTime = time;
        }

        foreach (var (name, value) in message.Properties)
        {
            outgoing.ApplicationProperties[name] = value;
        }

        return outgoing;
    }

    /// <summary>A delivery.</summary>
    public static ReceivedMessage Received(ServiceBusReceivedMessage message) =>
        new(Sent(message), message.LockToken, message.DeliveryCount, message.EnqueuedTime);

    /// <summary>A message of a dead-letter queue.</summary>
    /// <param name="source">The queue, or the subscription as <c>topic/subscription</c>.</param>
    /// <param name="message">The message.</param>
    public static DeadLetter DeadLettered(string source, ServiceBusReceivedMessage message) => new(
        source,
        message.SequenceNumber,
        Sent(message),
        message.DeadLetterReason ?? "Unknown",
        Description(message),
        message.DeliveryCount,
        message.EnqueuedTime,
        Envelope.ReadFailedAt(Sent(message, [])));

    /// <summary>What the settlement said; of a message that the bus gave up itself, why its last delivery failed too.</summary>
    private static string Description(ServiceBusReceivedMessage message) =>
        message.DeadLetterReason == Exhausted && message.ApplicationProperties.TryGetValue(AbandonReason, out var last)
            ? $"{message.DeadLetterErrorDescription} Last: {last}".TrimStart()
            : message.DeadLetterErrorDescription ?? "";

    private static BusMessage Sent(ServiceBusReceivedMessage message) => Sent(message, Added);

    /// <summary>The message as it was sent. A foreign message without an id or a correlation id gets empty ones.</summary>
    private static BusMessage Sent(ServiceBusReceivedMessage message, string[] without) => new(
        message.MessageId ?? "",
        message.Body.ToMemory(),
        message.ApplicationProperties
            .Where(property => !without.Contains(property.Key, StringComparer.Ordinal))
            .ToDictionary(
                property => property.Key,
                property => Convert.ToString(property.Value, CultureInfo.InvariantCulture) ?? "",
                StringComparer.Ordinal),
        message.CorrelationId ?? "",
        message.ScheduledEnqueueTime == default ? null : message.ScheduledEnqueueTime);
}
