using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Pipeline.Ports;

namespace Pipeline.Tests.Local.Pumps;

/// <summary>Queues that deliver once and keep the settlements; waiting for a message lasts until there is one.</summary>
internal sealed class QueuesInMemory : IBus, IBusReceiver
{
    private readonly ConcurrentDictionary<string, Channel<BusMessage>> _queues = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _awaited = new();
    private int _deliveries;
    private int _settled;

    public ConcurrentQueue<Settlement> Settled { get; } = [];

    /// <summary>How many each settlement call held.</summary>
    public ConcurrentQueue<int> BatchesSettled { get; } = [];

    /// <summary>Ends when so many messages have been settled.</summary>
    public Task SettledAsync(int count) =>
        Volatile.Read(ref _settled) >= count ? Task.CompletedTask : _awaited.GetOrAdd(count, _ => new()).Task;

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

        BatchesSettled.Enqueue(settlements.Count);
        var settled = Interlocked.Add(ref _settled, settlements.Count);
        foreach (var (count, awaited) in _awaited)
        {
            if (settled >= count)
            {
                awaited.TrySetResult();
            }
        }

        return Task.CompletedTask;
    }

    private Channel<BusMessage> Queue(string name) => _queues.GetOrAdd(name, _ => Channel.CreateUnbounded<BusMessage>());
}
