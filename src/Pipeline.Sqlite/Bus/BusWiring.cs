using Microsoft.Data.Sqlite;
using Pipeline.Ports;

namespace Pipeline.Sqlite.Bus;

/// <summary>The queues, topics and subscriptions of a topology, with what the database knows of them.</summary>
internal sealed class BusWiring : IDisposable
{
    private readonly Dictionary<string, BusEntity> _entities = new(StringComparer.Ordinal);

    public BusWiring(SqliteConnection connection, BusStore store, BusTopology topology, TimeProvider clock)
    {
        List<MessageSource> sources = [];
        foreach (var queue in topology.Queues)
        {
            var number = store.Sources.Number(queue.Name);
            var source = new MessageSource(number, queue.Name, [number], queue.LockDuration, queue.MaxDeliveryCount, [], clock);
            sources.Add(source);
            _entities.Add(queue.Name, new BusEntity(new SentIds(connection, number, queue.DuplicateWindow, clock), [source]));
        }

        foreach (var topic in topology.Topics)
        {
            var siblings = store.Sources.Subscriptions(topic.Name);
            MessageSource[] subscriptions =
            [
                .. topic.Subscriptions
                    .Select(subscription => (Name: Entities.Subscription(topic.Name, subscription.Name), Rules: subscription))
                    .Select(subscription => new MessageSource(
                        store.Sources.Number(subscription.Name),
                        subscription.Name,
                        siblings,
                        subscription.Rules.LockDuration,
                        subscription.Rules.MaxDeliveryCount,
                        subscription.Rules.Filters,
                        clock)),
            ];
            sources.AddRange(subscriptions);
            var sent = new SentIds(connection, store.Sources.Number(topic.Name), topic.DuplicateWindow, clock);
            _entities.Add(topic.Name, new BusEntity(sent, subscriptions));
        }

        Sources = new SourceMap(sources);
    }

    /// <summary>Where messages are received from.</summary>
    public SourceMap Sources { get; }

    /// <summary>The ids each queue and topic accepted.</summary>
    public IEnumerable<SentIds> Sent => _entities.Values.Select(entity => entity.Sent);

    /// <summary>The names of all queues, topics and subscriptions.</summary>
    public static IEnumerable<string> Names(BusTopology topology) =>
        topology.Queues.Select(queue => queue.Name)
            .Concat(topology.Topics.Select(topic => topic.Name))
            .Concat(topology.Topics.SelectMany(topic =>
                topic.Subscriptions.Select(subscription => Entities.Subscription(topic.Name, subscription.Name))));

    /// <summary>The queue or topic of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public BusEntity Entity(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _entities.TryGetValue(name, out var entity)
            ? entity
            : throw new ArgumentException(
                $"The bus has no queue or topic '{name}'. It has: {string.Join(", ", _entities.Keys)}.", nameof(name));
    }

    public void Dispose()
    {
        foreach (var sent in Sent)
        {
            sent.Dispose();
        }

        foreach (var source in Sources.All)
        {
            source.Dispose();
        }
    }
}
