namespace Pipeline.Ports;

/// <summary>
/// Takes messages off queues and subscriptions under a lock (peek-lock). Only the local host pulls; in Azure the Functions runtime
/// receives and hands batches to the functions.
/// </summary>
public interface IBusReceiver
{
    /// <summary>Waits for at least one message and takes up to <paramref name="maxMessages"/>.</summary>
    /// <param name="source">A queue, or a subscription as <c>topic/subscription</c>.</param>
    /// <param name="maxMessages">The most to take, 1 or more.</param>
    /// <param name="maxWait">How long to wait for the first message; zero looks once.</param>
    /// <param name="cancellationToken">Gives up waiting; nothing is locked then.</param>
    /// <returns>The messages, oldest first; empty when none came in time.</returns>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string source, int maxMessages, TimeSpan maxWait, CancellationToken cancellationToken);

    /// <summary>Settles deliveries. A settlement whose lock has run out is ignored: the message is somebody else's by then.</summary>
    /// <param name="source">Where the messages were received from.</param>
    /// <param name="settlements">One settlement for each delivery.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task SettleAsync(string source, IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken);
}
