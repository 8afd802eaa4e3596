// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
namespace Azure.Messaging.ServiceBus;

public class ServiceBusException : Exception
{
    public ServiceBusException(
        string message, ServiceBusFailureReason reason, string entityPath = null, Exception innerException = null)
        : base(message, innerException) => Reason = reason;

    public ServiceBusFailureReason Reason { get; }
}
