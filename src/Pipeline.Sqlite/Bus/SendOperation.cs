using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>One message of a send.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Targets">The numbers of the sources it is for.</param>
/// <param name="Due">When it becomes visible; null for at once.</param>
/// <param name="Message">The message.</param>
internal sealed record Outgoing(MessageIdHash Id, int[] Targets, DateTimeOffset? Due, StoredMessage Message);

/// <summary>Accepts messages on one queue or topic.</summary>
internal sealed class SendOperation(
    BusStore store, BusEntity entity, IReadOnlyList<Outgoing> messages, Scheduling scheduling, SourceMap sources)
    : WriterOperation<int>
{
    private readonly List<(int[] Targets, StoredDelivery Delivery)> _ready = new(messages.Count);
    private DateTimeOffset? _due;

    /// <inheritdoc/>
    public override void Execute()
    {
        _ready.Clear();
        _due = null;
        foreach (var message in messages)
        {
            if (entity.Sent.TryAdd(message.Id) && message.Targets.Length > 0)
            {
                Accept(message);
            }
        }
    }

    /// <inheritdoc/>
    protected override int Committed()
    {
        foreach (var (targets, delivery) in _ready)
        {
            sources.Add(targets, delivery);
        }

        if (_due is { } due)
        {
            scheduling.Expect(due);
        }

        return _ready.Count;
    }

    private void Accept(Outgoing message)
    {
        if (message.Due is { } due)
        {
            store.Schedule(due, message.Targets, message.Message);
            _due = _due < due ? _due : due;
            return;
        }

        var (sequence, isShared) = store.Insert(message.Targets, message.Message);
        _ready.Add((message.Targets, new StoredDelivery(sequence, message.Message, isShared)));
    }
}
