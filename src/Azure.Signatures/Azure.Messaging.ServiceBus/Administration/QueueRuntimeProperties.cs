// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
namespace Azure.Messaging.ServiceBus.Administration;

public class QueueRuntimeProperties
{
    internal QueueRuntimeProperties()
    {
    }

    public long ActiveMessageCount { get; }

    public long ScheduledMessageCount { get; }

    public long DeadLetterMessageCount { get; }
}
