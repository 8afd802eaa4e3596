using Pipeline.Ports;

namespace Pipeline.Training.Cost;

/// <summary>A bus in memory that hands out in order, one message at a time, and counts the operations of Service Bus.</summary>
public sealed class MeteredBus(BusTopology topology, PathMeter meter) : IBus, IBusStatus
{
    private readonly Queue<(string Source, BusMessage Message)> _waiting = new();
    private readonly HashSet<(string Entity, string Id)> _sent = [];

    /// <inheritdoc/>
    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken) =>
        messages.Count == 0
            ? Task.CompletedTask
            : meter.OutsideAsync(static work => work with { Sends = work.Sends + 1 }, () =>
            {
                foreach (var message in messages)
                {
                    BusLimits.Check(message);
                    meter.Count(tally => tally.Sent(message));
                    Enqueue(entity, message);
                }

                return Task.FromResult(true);
            });

    /// <summary>The next message and its source; null when none waits.</summary>
    public (string Source, BusMessage Message)? Take() => _waiting.TryDequeue(out var next) ? next : null;

    /// <summary>Puts a message back.</summary>
    public void GiveBack(string source, BusMessage message) => _waiting.Enqueue((source, message));

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<QueueDepth>>([]);

    // As in Azure, the body is what travels: the receiver is another process.
    private void Enqueue(string entity, BusMessage message)
    {
        if (!_sent.Add((entity, message.Id)))
        {
            return;
        }

        var travelling = message with { Event = null };
        if (topology.Topics.FirstOrDefault(topic => topic.Name == entity) is not { } topic)
        {
            _waiting.Enqueue((entity, travelling));
            return;
        }

        foreach (var subscription in topic.Subscriptions.Where(subscription => subscription.Takes(message.Properties)))
        {
            _waiting.Enqueue((Entities.Subscription(topic.Name, subscription.Name), travelling));
        }
    }
}
