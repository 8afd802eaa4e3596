// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
using Azure.Core;
using Azure.Signatures;

namespace Azure.Messaging.ServiceBus.Administration;

public class ServiceBusAdministrationClient
{
    protected ServiceBusAdministrationClient()
    {
    }

    public ServiceBusAdministrationClient(string connectionString) => throw AzurePackages.Missing();

    public ServiceBusAdministrationClient(string fullyQualifiedNamespace, TokenCredential credential) =>
        throw AzurePackages.Missing();

    public virtual Task<Response<QueueRuntimeProperties>> GetQueueRuntimePropertiesAsync(
        string name, CancellationToken cancellationToken = default) => throw AzurePackages.Missing();

    public virtual Task<Response<SubscriptionRuntimeProperties>> GetSubscriptionRuntimePropertiesAsync(
        string topicName, string subscriptionName, CancellationToken cancellationToken = default) => throw AzurePackages.Missing();
}
