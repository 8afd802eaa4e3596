using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Bus;

/// <summary>
/// The bus on Service Bus: messages go in batches as large as the service takes. A batch is accepted whole or not at all; when a later one
/// fails, the earlier ones were accepted, and duplicate detection drops them when all are sent again.
/// </summary>
public sealed class AzureBus(ServiceBusClient client) : IBus
{
    // A sender keeps its AMQP link open: one for each entity, for the life of the app. The client closes them.
    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        // All of them are checked before the first one is sent.
        ServiceBusMessage[] outgoing = [.. messages.Select(BusMessageMapping.ToSend)];
        var sender = _senders.GetOrAdd(entity, client.CreateSender);
        try
        {
            for (var sent = 0; sent < outgoing.Length;)
            {
                using var batch = await sender.CreateMessageBatchAsync(cancellationToken);
                sent += Fill(batch, outgoing.AsSpan(sent));
                await sender.SendMessagesAsync(batch, cancellationToken);
            }
        }
        catch (ServiceBusException exception) when (BusFailures.Of(exception, entity) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Adds messages, in order, until the batch is full; says how many.</summary>
    private static int Fill(ServiceBusMessageBatch batch, ReadOnlySpan<ServiceBusMessage> messages)
    {
        while (batch.Count < messages.Length && batch.TryAddMessage(messages[batch.Count]))
        {
        }

        return batch.Count > 0
            ? batch.Count
            : throw new ArgumentException(
                $"Message {messages[0].MessageId} is larger than the {batch.MaxSizeInBytes} bytes the namespace takes.", nameof(messages));
    }
}
