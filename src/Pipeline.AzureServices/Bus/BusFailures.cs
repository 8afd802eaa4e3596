using Azure.Messaging.ServiceBus;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Bus;

/// <summary>What a failure of Service Bus means to who sends or reads. The client has tried again by then (<see cref="BusClient"/>).</summary>
public static class BusFailures
{
    /// <summary>The exception that the ports promise; null when the failure is another one.</summary>
    /// <param name="failure">What the client threw.</param>
    /// <param name="entity">The queue, topic or subscription.</param>
    public static Exception? Of(ServiceBusException failure, string entity) => failure.Reason switch
    {
        ServiceBusFailureReason.MessagingEntityNotFound =>
            new ArgumentException($"There is no queue, topic or subscription '{entity}' in the namespace.", nameof(entity), failure),
        ServiceBusFailureReason.MessageSizeExceeded =>
            new ArgumentException($"'{entity}' takes no message or batch of that size.", nameof(entity), failure),

        // Throttled, slow or away. After a time-out the messages may have been accepted: the bus drops them when they are sent again.
        ServiceBusFailureReason.ServiceBusy or ServiceBusFailureReason.ServiceTimeout or ServiceBusFailureReason.ServiceCommunicationProblem =>
            new StorageUnavailableException($"Service Bus does not take messages for '{entity}' now: {failure.Reason}.", failure),

        // Full, or switched off by an operator: whatever is sent, and until somebody does something.
        ServiceBusFailureReason.QuotaExceeded or ServiceBusFailureReason.MessagingEntityDisabled =>
            new StorageUnavailableException($"'{entity}' takes no messages: {failure.Reason}.", failure),
        _ => null,
    };
}
