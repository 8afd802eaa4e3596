// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
namespace Azure.Messaging.ServiceBus;

public class ServiceBusClientOptions
{
    public ServiceBusRetryOptions RetryOptions { get; set; }
}
