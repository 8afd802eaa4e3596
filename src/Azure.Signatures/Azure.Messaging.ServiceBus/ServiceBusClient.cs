// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
#nullable disable
using Azure.Core;
using Azure.Signatures;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusClient : IAsyncDisposable
{
    protected ServiceBusClient()
    {
    }

    public ServiceBusClient(string connectionString, ServiceBusClientOptions options) => throw AzurePackages.Missing();

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential, ServiceBusClientOptions options) =>
        throw AzurePackages.Missing();

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => throw AzurePackages.Missing();

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) =>
        throw AzurePackages.Missing();

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName, ServiceBusReceiverOptions options) =>
        throw AzurePackages.Missing();

    public virtual ValueTask DisposeAsync() => throw AzurePackages.Missing();
}
