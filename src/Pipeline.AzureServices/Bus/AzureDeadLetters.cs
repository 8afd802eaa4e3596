using System.Globalization;
using Azure.Messaging.ServiceBus;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Bus;

/// <summary>
/// The dead-letter queues of Service Bus. A subscription's message is replayed through its topic, for Service Bus knows no other way: the
/// other subscriptions get it again, and their stages converge.
/// </summary>
public sealed class AzureDeadLetters(ServiceBusClient client, IBus bus, TimeProvider clock) : IDeadLetters
{
    private const int PageSize = 100;

    /// <summary>
    /// The most letters that are held while looking for the wanted ones: with a hundred of 256 KiB a page, memory would be the next limit. What
    /// lies deeper is reached when the front has been replayed or purged.
    /// </summary>
    private const int MostHeld = 5000;

    // The bus answers at once while there are messages; this is how long it takes to find that there are none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>So long before the first lock runs out the search ends: a letter that comes back would be met twice.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        string source, long afterSequenceNumber, int maxMessages, CancellationToken cancellationToken)
    {
        if (afterSequenceNumber == long.MaxValue)
        {
            return [];
        }

        await using var receiver = Open(source);
        try
        {
            var messages = await receiver.PeekMessagesAsync(maxMessages, afterSequenceNumber + 1, cancellationToken);
            return [.. messages.Select(message => BusMessageMapping.DeadLettered(source, message))];
        }
        catch (ServiceBusException exception) when (BusFailures.Of(exception, source) is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc/>
    public Task<int> ReplayAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken) =>
        TakeAsync(
            source,
            sequenceNumbers,
            messages => bus.SendAsync(source.Split('/')[0], [.. messages.Select(Again)], cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken) =>
        TakeAsync(source, sequenceNumbers, static _ => Task.CompletedTask, cancellationToken);

    /// <summary>
    /// The message with an id of its own, so that duplicate detection lets it pass; the same id if the replay is repeated after a crash,
    /// so that it does not pass twice. The number makes the id unique, so the rest of one that is too long may be cut.
    /// </summary>
    private static BusMessage Again(ServiceBusReceivedMessage message)
    {
        var sent = BusMessageMapping.Received(message).Message;
        var mark = $"~replay{message.SequenceNumber.ToString(CultureInfo.InvariantCulture)}";
        var id = sent.Id.Split('~')[0];
        return Envelope.Forgiven(sent) with { Id = id[..Math.Min(id.Length, BusMessage.MaxIdLength - mark.Length)] + mark };
    }

    /// <summary>Receives from the front until every wanted message was seen or passed; what is not wanted goes back.</summary>
    /// <returns>How many were handled and are gone.</returns>
    private async Task<int> TakeAsync(
        string source,
        IReadOnlyList<long> sequenceNumbers,
        Func<IReadOnlyList<ServiceBusReceivedMessage>, Task> handle,
        CancellationToken cancellationToken)
    {
        var wanted = sequenceNumbers.ToHashSet();
        var (count, last, handled) = (wanted.Count, wanted.DefaultIfEmpty().Max(), new HashSet<long>());
        var others = new List<ServiceBusReceivedMessage>();
        await using var receiver = Open(source);
        try
        {
            for (var reached = long.MinValue; wanted.Count > 0 && reached < last && others.Count < MostHeld && LocksHold(others);)
            {
                var page = await receiver.ReceiveMessagesAsync(PageSize, Patience, cancellationToken);
                if (page.Count == 0)
                {
                    break;
                }

                others.AddRange(page.Where(message => !wanted.Contains(message.SequenceNumber)));
                ServiceBusReceivedMessage[] mine = [.. page.Where(message => wanted.Contains(message.SequenceNumber))];

                // One whose lock ran out after it was handled comes again: it is only to be removed then.
                ServiceBusReceivedMessage[] fresh = [.. mine.Where(message => !handled.Contains(message.SequenceNumber))];
                if (fresh.Length > 0)
                {
                    await handle(fresh);
                    handled.UnionWith(fresh.Select(message => message.SequenceNumber));
                }

                foreach (var message in mine)
                {
                    if (await CompleteAsync(receiver, message, cancellationToken))
                    {
                        wanted.Remove(message.SequenceNumber);
                    }
                }

                reached = Math.Max(reached, page.Max(message => message.SequenceNumber));
            }
        }
        catch (ServiceBusException exception) when (BusFailures.Of(exception, source) is { } failure)
        {
            throw failure;
        }
        finally
        {
            foreach (var page in others.Chunk(PageSize))
            {
                await Task.WhenAll(page.Select(message => GiveBackAsync(receiver, message)));
            }
        }

        return count - wanted.Count;
    }

    /// <summary>The first one that was taken is the first to be lost.</summary>
    private bool LocksHold(List<ServiceBusReceivedMessage> held) =>
        held.Count == 0 || clock.GetUtcNow() < held[0].LockedUntil - Reserve;

    /// <summary>Removes a message; false when its lock had run out and it will come again.</summary>
    private static async Task<bool> CompleteAsync(
        ServiceBusReceiver receiver, ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await receiver.CompleteMessageAsync(message, cancellationToken);
            return true;
        }
        catch (ServiceBusException exception) when (exception.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            return false;
        }
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
