using Pipeline.Ports;

namespace Pipeline.Tests.Flow;

/// <summary>
/// A bus that does what a bus may do and no more: it delivers everything at least once, in any order, some of it twice, some of it read from
/// its body and some of it as it was sent. Which is decided by a seed.
/// </summary>
internal sealed class DisorderlyBus(BusTopology topology, Random random, double repeated) : IBus, IBusStatus
{
    private readonly List<(string Source, BusMessage Message)> _waiting = [];
    private readonly HashSet<(string Entity, string Id)> _seen = [];

    private const int MostFailures = 1000;

    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);

    public List<(string Source, string Reason)> DeadLetters { get; } = [];

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>Detects no duplicate of what was sent until now: its window is over.</summary>
    public void ForgetIds()
    {
        lock (_waiting)
        {
            _seen.Clear();
        }
    }

    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        lock (_waiting)
        {
            foreach (var message in messages)
            {
                // Duplicate detection is a help, never a promise: a message may come after its window.
                if (_seen.Add((entity, message.Id)) || random.NextDouble() < repeated)
                {
                    _waiting.AddRange(SourcesOf(entity, message).Select(source => (source, message)));
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken)
    {
        lock (_waiting)
        {
            return Task.FromResult<IReadOnlyList<QueueDepth>>(
                [.. _waiting.GroupBy(waiting => waiting.Source).Select(source => new QueueDepth(source.Key, source.Count(), 0, 0))]);
        }
    }

    /// <summary>Takes some messages of one source, any of them.</summary>
    public (string Source, IReadOnlyList<ReceivedMessage> Batch) Take()
    {
        var source = _waiting[random.Next(_waiting.Count)].Source;
        var batch = new List<ReceivedMessage>();
        var size = 1 + random.Next(4);
        for (var number = 0; number < size; number++)
        {
            var candidates = Enumerable.Range(0, _waiting.Count).Where(index => _waiting[index].Source == source).ToList();
            if (candidates.Count == 0)
            {
                break;
            }

            var index = candidates[random.Next(candidates.Count)];
            var message = _waiting[index].Message;
            if (random.NextDouble() >= repeated)
            {
                _waiting.RemoveAt(index);
            }

            batch.Add(new ReceivedMessage(random.Next(2) == 0 ? message with { Event = null } : message, $"{source}#{number}", 1, DateTimeOffset.UnixEpoch));
        }

        return (source, batch);
    }

    public void Settle(string source, IReadOnlyList<ReceivedMessage> batch, IReadOnlyList<Settlement> settlements)
    {
        foreach (var (received, settlement) in batch.Zip(settlements))
        {
            switch (settlement)
            {
                case Settlement.Abandon abandon:
                    // What fails now and then is delivered again; what always fails ends the test instead of keeping it for ever.
                    _failures[received.Message.Id] = _failures.GetValueOrDefault(received.Message.Id) + 1;
                    Assert.True(_failures[received.Message.Id] < MostFailures, $"{source} fails always: {abandon.Reason}");
                    _waiting.Add((source, received.Message));
                    break;
                case Settlement.DeadLetter deadLetter:
                    DeadLetters.Add((source, $"{deadLetter.Reason}: {deadLetter.Description}"));
                    break;
            }
        }
    }

    private IEnumerable<string> SourcesOf(string entity, BusMessage message) =>
        topology.Topics.FirstOrDefault(topic => topic.Name == entity) is { } topic
            ? topic.Subscriptions
                .Where(subscription => subscription.Takes(message.Properties))
                .Select(subscription => Entities.Subscription(topic.Name, subscription.Name))
            : [entity];
}
