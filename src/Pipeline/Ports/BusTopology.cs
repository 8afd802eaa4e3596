namespace Pipeline.Ports;

/// <summary>A queue of the bus and its rules. The Bicep template declares the same ones.</summary>
/// <param name="Name">The name of the queue.</param>
/// <param name="LockDuration">How long a delivery is locked before it is delivered again; at most 5 minutes (Service Bus).</param>
/// <param name="MaxDeliveryCount">After so many deliveries without completion the message is dead-lettered.</param>
/// <param name="DuplicateWindow">How long a message id is remembered, 20 seconds to 7 days (Service Bus).</param>
public sealed record QueueDescription(string Name, TimeSpan LockDuration, int MaxDeliveryCount, TimeSpan DuplicateWindow);

/// <summary>A topic of the bus: each subscription whose filter matches gets its own copy.</summary>
/// <param name="Name">The name of the topic.</param>
/// <param name="DuplicateWindow">How long a message id is remembered, 20 seconds to 7 days (Service Bus).</param>
/// <param name="Subscriptions">The subscriptions.</param>
public sealed record TopicDescription(string Name, TimeSpan DuplicateWindow, IReadOnlyList<SubscriptionDescription> Subscriptions);

/// <summary>A subscription of a topic.</summary>
/// <param name="Name">The name of the subscription.</param>
/// <param name="LockDuration">How long a delivery is locked before it is delivered again.</param>
/// <param name="MaxDeliveryCount">After so many deliveries without completion the message is dead-lettered.</param>
/// <param name="Filters">The message passes if any of these matches; with none, every message passes.</param>
public sealed record SubscriptionDescription(
    string Name, TimeSpan LockDuration, int MaxDeliveryCount, IReadOnlyList<PropertyFilter> Filters)
{
    /// <summary>Whether a message with these properties passes.</summary>
    public bool Takes(IReadOnlyDictionary<string, string> properties) => PropertyFilter.AnyPasses(Filters, properties);
}

/// <summary>Matches a message whose properties have all of these values (a correlation filter of Service Bus).</summary>
/// <param name="Properties">The properties and the values they must have, compared ordinally.</param>
public sealed record PropertyFilter(IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>Whether a message passes some filters: any of them matches, or there are none.</summary>
    public static bool AnyPasses(IReadOnlyList<PropertyFilter> filters, IReadOnlyDictionary<string, string> properties)
    {
        // Not by LINQ: the embedded bus asks for every message and source.
        foreach (var filter in filters)
        {
            if (filter.Matches(properties))
            {
                return true;
            }
        }

        return filters.Count == 0;
    }

    /// <summary>Whether a message with these properties passes.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> properties)
    {
        foreach (var (name, value) in Properties)
        {
            if (!properties.TryGetValue(name, out var actual) || !string.Equals(actual, value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>All entities of the bus.</summary>
/// <param name="Queues">The queues.</param>
/// <param name="Topics">The topics.</param>
public sealed record BusTopology(IReadOnlyList<QueueDescription> Queues, IReadOnlyList<TopicDescription> Topics)
{
    /// <summary>What messages are received from: each queue, then each subscription as <c>topic/subscription</c>.</summary>
    public IReadOnlyList<string> Sources =>
    [
        .. Queues.Select(queue => queue.Name),
        .. Topics.SelectMany(topic => topic.Subscriptions.Select(subscription => Entities.Subscription(topic.Name, subscription.Name))),
    ];

    /// <summary>Whether anybody gets a message that is sent to an entity: a queue takes all, a topic what a subscription's filter matches.</summary>
    public bool Takes(string entity, IReadOnlyDictionary<string, string> properties)
    {
        foreach (var topic in Topics)
        {
            if (topic.Name == entity)
            {
                return topic.Subscriptions.Any(subscription => subscription.Takes(properties));
            }
        }

        return true;
    }
}
