// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
namespace Azure.Messaging.ServiceBus;

public class ServiceBusException(
    string message, ServiceBusFailureReason reason, string entityPath = null, Exception innerException = null)
    : Exception(message, innerException)
{
    public ServiceBusFailureReason Reason { get; } = reason;

    public string EntityPath { get; } = entityPath;
}
