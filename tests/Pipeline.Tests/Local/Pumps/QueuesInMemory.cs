using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Pipeline.Ports;

namespace Pipeline.Tests.Local.Pumps;

/// <summary>Queues that deliver once and keep the settlements; waiting for a message lasts until there is one.</summary>
internal sealed class QueuesInMemory : IBus, IBusReceiver
{
    private readonly ConcurrentDictionary<string, Channel<BusMessage>> _queues = new(StringComparer.Ordinal);
    private int _deliveries;

    public ConcurrentQueue<Settlement> Settled { get; } = [];

    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            Queue(entity).Writer.TryWrite(message);
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string source, int maxMessages, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        var reader = Queue(source).Reader;
        if (maxWait > TimeSpan.Zero)
        {
            await reader.WaitToReadAsync(cancellationToken);
        }

        var batch = new List<ReceivedMessage>();
        while (batch.Count < maxMessages && reader.TryRead(out var message))
        {
            var token = Interlocked.Increment(ref _deliveries).ToString(CultureInfo.InvariantCulture);
            batch.Add(new ReceivedMessage(message, token, 1, default));
        }

        return batch;
    }

    public Task SettleAsync(string source, IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken)
    {
        foreach (var settlement in settlements)
        {
            Settled.Enqueue(settlement);
        }

        return Task.CompletedTask;
    }

    private Channel<BusMessage> Queue(string name) => _queues.GetOrAdd(name, _ => Channel.CreateUnbounded<BusMessage>());
}
