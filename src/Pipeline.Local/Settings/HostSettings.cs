namespace Pipeline.Local.Settings;

/// <summary>
/// What the local host takes from host.json, so that it runs as the Functions app does. Keys that are not there have the defaults of
/// the Functions runtime (Service Bus extension 5.x). How often a message is delivered stands in <see cref="ConversationFlow.Topology"/>,
/// for it belongs to the entity of the bus.
/// </summary>
public sealed record HostSettings
{
    /// <summary><c>extensions.http.routePrefix</c>: what stands before every route; may be empty.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary><c>extensions.serviceBus.maxConcurrentCalls</c>: how many batches a route may work on at once.</summary>
    public int MaxConcurrentCalls { get; init; } = 16;

    /// <summary><c>extensions.serviceBus.maxMessageBatchSize</c>: the most messages of one batch.</summary>
    public int MaxMessageBatchSize { get; init; } = 1000;

    /// <summary><c>extensions.serviceBus.minMessageBatchSize</c>: a smaller batch waits for more messages.</summary>
    public int MinMessageBatchSize { get; init; } = 1;

    /// <summary><c>extensions.serviceBus.maxBatchWaitTime</c>: how long it waits at most.</summary>
    public TimeSpan MaxBatchWaitTime { get; init; } = TimeSpan.FromSeconds(30);
}
