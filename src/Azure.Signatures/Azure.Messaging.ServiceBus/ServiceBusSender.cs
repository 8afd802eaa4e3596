// Declarations only, a subset of the package Azure.Messaging.ServiceBus: see docs/azure-api.md.
using Azure.Signatures;

namespace Azure.Messaging.ServiceBus;

public class ServiceBusSender : IAsyncDisposable
{
    protected ServiceBusSender()
    {
    }

    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        throw AzurePackages.Missing();

    public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) =>
        throw AzurePackages.Missing();

    public virtual ValueTask DisposeAsync() => throw AzurePackages.Missing();
}
