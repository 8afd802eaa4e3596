// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
namespace Azure.Messaging.ServiceBus.Administration;

public class SubscriptionRuntimeProperties
{
    internal SubscriptionRuntimeProperties()
    {
    }

    public long ActiveMessageCount { get; }

    public long DeadLetterMessageCount { get; }
}
