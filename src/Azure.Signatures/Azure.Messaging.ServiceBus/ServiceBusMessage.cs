// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage(ReadOnlyMemory<byte> body)
{
    public BinaryData Body { get; } = new(body);

    public string MessageId { get; set; }

    public string CorrelationId { get; set; }

    public string ContentType { get; set; }

    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();
}
