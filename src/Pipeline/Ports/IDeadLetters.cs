namespace Pipeline.Ports;

/// <summary>A message that could not be handled, with the reason.</summary>
/// <param name="Source">The queue, or the subscription as <c>topic/subscription</c>, it was dead-lettered from.</param>
/// <param name="SequenceNumber">Its number on the bus: names it when it is replayed or purged.</param>
/// <param name="Message">The message as it was sent.</param>
/// <param name="Reason">A short code, such as <c>MaxDeliveryCountExceeded</c>.</param>
/// <param name="Description">A sentence for the administrator.</param>
/// <param name="DeliveryCount">How many times it had been delivered.</param>
/// <param name="EnqueuedAt">When the bus accepted it.</param>
/// <param name="FailedAt">When it failed for the last time; null where that was not noted (by the bus itself, or before this was noted).</param>
public sealed record DeadLetter(
    string Source,
    long SequenceNumber,
    BusMessage Message,
    string Reason,
    string Description,
    int DeliveryCount,
    DateTimeOffset EnqueuedAt,
    DateTimeOffset? FailedAt = null);

/// <summary>The dead-letter queues, for administrators.</summary>
public interface IDeadLetters
{
    /// <summary>Lists dead letters of one source, oldest first.</summary>
    /// <param name="source">A queue, or a subscription as <c>topic/subscription</c>.</param>
    /// <param name="afterSequenceNumber">Only those after this number: 0, or the last one of the page before.</param>
    /// <param name="maxMessages">The most to return, 1 to 250 (the limit of one peek of Service Bus).</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<DeadLetter>> ListAsync(
        string source, long afterSequenceNumber, int maxMessages, CancellationToken cancellationToken);

    /// <summary>Puts dead letters back on the entity they came from, as new deliveries that duplicate detection lets pass.</summary>
    /// <returns>How many were put back.</returns>
    Task<int> ReplayAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken);

    /// <summary>Removes dead letters for good.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> PurgeAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken);
}
