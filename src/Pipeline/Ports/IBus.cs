namespace Pipeline.Ports;

/// <summary>Puts messages on queues and topics. In Azure this is Service Bus.</summary>
public interface IBus
{
    /// <summary>
    /// Sends messages to a queue or topic. When the task has completed, every message is durable. If it throws, any part of them may
    /// have been accepted: send them all again, duplicate detection drops the ones that were.
    /// </summary>
    /// <param name="entity">The name of a queue or a topic.</param>
    /// <param name="messages">The messages, in the order in which they should be delivered when nothing disturbs it.</param>
    /// <param name="cancellationToken">Gives up waiting; what was already accepted stays accepted.</param>
    /// <exception cref="ArgumentException">An unknown entity, an id that is empty or too long, or a body over the limit.</exception>
    Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken);
}
