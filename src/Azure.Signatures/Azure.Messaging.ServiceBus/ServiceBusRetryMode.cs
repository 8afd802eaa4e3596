// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
namespace Azure.Messaging.ServiceBus;

public enum ServiceBusRetryMode
{
    Exponential = 1,
}
