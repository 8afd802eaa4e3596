// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
namespace Azure.Messaging.ServiceBus;

public class ServiceBusRetryOptions
{
    public ServiceBusRetryMode Mode { get; set; }

    public int MaxRetries { get; set; }

    public TimeSpan Delay { get; set; }

    public TimeSpan MaxDelay { get; set; }

    public TimeSpan TryTimeout { get; set; }
}
