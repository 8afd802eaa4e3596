using Azure.Messaging.ServiceBus.Administration;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Bus;

/// <summary>
/// How full the entities of Service Bus are. Reading it takes the right to manage (role Azure Service Bus Data Owner), as the scaling of
/// the Functions app does.
/// </summary>
public sealed class AzureBusStatus(ServiceBusAdministrationClient client, BusTopology topology) : IBusStatus
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(
        [
            .. topology.Queues.Select(queue => ReadQueueAsync(queue.Name, cancellationToken)),
            .. topology.Topics.SelectMany(topic =>
                topic.Subscriptions.Select(subscription => ReadSubscriptionAsync(topic.Name, subscription.Name, cancellationToken))),
        ]);

    private async Task<QueueDepth> ReadQueueAsync(string queue, CancellationToken cancellationToken)
    {
        var counts = (await client.GetQueueRuntimePropertiesAsync(queue, cancellationToken)).Value;
        return new QueueDepth(queue, counts.ActiveMessageCount, counts.ScheduledMessageCount, counts.DeadLetterMessageCount);
    }

    /// <summary>Scheduled messages wait on the topic and belong to no subscription yet.</summary>
    private async Task<QueueDepth> ReadSubscriptionAsync(string topic, string subscription, CancellationToken cancellationToken)
    {
        var counts = (await client.GetSubscriptionRuntimePropertiesAsync(topic, subscription, cancellationToken)).Value;
        return new QueueDepth(
            Entities.Subscription(topic, subscription), counts.ActiveMessageCount, Scheduled: 0, counts.DeadLetterMessageCount);
    }
}
