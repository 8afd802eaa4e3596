using System.Globalization;
using Azure.Messaging.ServiceBus;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Bus;

/// <summary>
/// The dead-letter queues of Service Bus. A subscription's message is replayed through its topic, for Service Bus knows no other way: the
/// other subscriptions get it again, and their stages converge.
/// </summary>
public sealed class AzureDeadLetters(ServiceBusClient client, IBus bus) : IDeadLetters
{
    private const int PageSize = 100;

    // The bus answers at once while there are messages; this is how long it takes to find that there are none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        string source, long afterSequenceNumber, int maxMessages, CancellationToken cancellationToken)
    {
        await using var receiver = Open(source);
        var messages = await receiver.PeekMessagesAsync(maxMessages, afterSequenceNumber + 1, cancellationToken);
        return [.. messages.Select(message => BusMessageMapping.DeadLettered(source, message))];
    }

    /// <inheritdoc/>
    public Task<int> ReplayAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken) =>
        TakeAsync(
            source,
            sequenceNumbers,
            message => bus.SendAsync(source.Split('/')[0], [Again(message)], cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken) =>
        TakeAsync(source, sequenceNumbers, static _ => Task.CompletedTask, cancellationToken);

    /// <summary>
    /// The message with an id of its own, so that duplicate detection lets it pass; the same id if the replay is repeated after a crash,
    /// so that it does not pass twice.
    /// </summary>
    private static BusMessage Again(ServiceBusReceivedMessage message)
    {
        var sent = BusMessageMapping.Received(message).Message;
        var number = message.SequenceNumber.ToString(CultureInfo.InvariantCulture);
        return Envelope.Forgiven(sent) with { Id = $"{sent.Id.Split('~')[0]}~replay{number}" };
    }

    /// <summary>Receives from the front until every wanted message was seen or passed; what is not wanted goes back.</summary>
    private async Task<int> TakeAsync(
        string source,
        IReadOnlyList<long> sequenceNumbers,
        Func<ServiceBusReceivedMessage, Task> handle,
        CancellationToken cancellationToken)
    {
        var wanted = sequenceNumbers.ToHashSet();
        var (count, last) = (wanted.Count, wanted.DefaultIfEmpty().Max());
        var others = new List<ServiceBusReceivedMessage>();
        await using var receiver = Open(source);
        try
        {
            IReadOnlyList<ServiceBusReceivedMessage> page = [];
            while (wanted.Count > 0 && (page.Count == 0 || page[^1].SequenceNumber < last))
            {
                page = await receiver.ReceiveMessagesAsync(PageSize, Patience, cancellationToken);
                if (page.Count == 0)
                {
                    break;
                }

                others.AddRange(page.Where(message => !wanted.Contains(message.SequenceNumber)));
                foreach (var message in page.Where(message => wanted.Contains(message.SequenceNumber)).ToList())
                {
                    await handle(message);
                    await receiver.CompleteMessageAsync(message, cancellationToken);
                    wanted.Remove(message.SequenceNumber);
                }
            }
        }
        finally
        {
            await Task.WhenAll(others.Select(message => GiveBackAsync(receiver, message)));
        }

        return count - wanted.Count;
    }

    private static async Task GiveBackAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage message)
    {
        try
        {
            await receiver.AbandonMessageAsync(message, null, CancellationToken.None);
        }
        catch (ServiceBusException)
        {
            // Its lock ran out or the link is gone: it goes back by itself.
        }
    }

    private ServiceBusReceiver Open(string source)
    {
        var options = new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter };
        return source.Split('/') is [var topic, var subscription]
            ? client.CreateReceiver(topic, subscription, options)
            : client.CreateReceiver(source, options);
    }
}
