namespace Pipeline.Ports;

/// <summary>How many messages wait on one queue or subscription.</summary>
/// <param name="Source">The queue, or the subscription as <c>topic/subscription</c>.</param>
/// <param name="Active">Ready or locked.</param>
/// <param name="Scheduled">Not yet visible.</param>
/// <param name="DeadLettered">In the dead-letter queue.</param>
public sealed record QueueDepth(string Source, long Active, long Scheduled, long DeadLettered);

/// <summary>Tells how full the bus is, for health and metrics.</summary>
public interface IBusStatus
{
    /// <summary>The depth of each queue and subscription.</summary>
    Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken);
}
