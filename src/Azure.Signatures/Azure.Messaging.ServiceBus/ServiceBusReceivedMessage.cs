// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; }

    public string MessageId { get; internal init; }

    public string CorrelationId { get; internal init; }

    public string LockToken { get; internal init; }

    public int DeliveryCount { get; internal init; }

    public long SequenceNumber { get; internal init; }

    public DateTimeOffset LockedUntil { get; internal init; }

    public DateTimeOffset EnqueuedTime { get; internal init; }

    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; }

    public string DeadLetterReason => ApplicationProperties.GetValueOrDefault(nameof(DeadLetterReason)) as string;

    public string DeadLetterErrorDescription => ApplicationProperties.GetValueOrDefault(nameof(DeadLetterErrorDescription)) as string;
}
