using Microsoft.Data.Sqlite;
using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>The database of the bus: what belongs together is written together. Used on the writer's thread only.</summary>
internal sealed class BusStore(SqliteConnection connection, IEnumerable<string> names, TimeProvider clock) : IDisposable
{
    private readonly DeliveryTable _deliveries = new(connection);
    private readonly DeadLetterTable _deadLetters = new(connection);
    private readonly ScheduleTable _schedule = new(connection);

    /// <summary>The numbers of messages.</summary>
    public NumberSeries Sequence { get; } = new(connection, "sequence");

    /// <summary>The queues, topics and subscriptions with their depths.</summary>
    public SourceTable Sources { get; } = new(connection, names);

    /// <summary>When the first scheduled message is due.</summary>
    public DateTimeOffset? FirstDue() => _schedule.FirstDue();

    /// <summary>Puts a message on these sources.</summary>
    /// <returns>The number of the message, and whether its payload is shared.</returns>
    public (long Sequence, bool IsShared) Insert(ReadOnlySpan<int> targets, StoredMessage message)
    {
        var sequence = Sequence.Next();
        if (targets.Length == 1)
        {
            _deliveries.Insert(targets[0], sequence, message);
        }
        else
        {
            _deliveries.InsertShared(targets, sequence, message);
        }

        foreach (var target in targets)
        {
            Sources.Adjust(target, active: 1);
        }

        return (sequence, targets.Length > 1);
    }

    /// <summary>Puts a message aside for these sources until it is due.</summary>
    public void Schedule(DateTimeOffset due, ReadOnlySpan<int> targets, StoredMessage message)
    {
        _schedule.Insert(due, Sequence.Next(), targets, message);
        foreach (var target in targets)
        {
            Sources.Adjust(target, scheduled: 1);
        }
    }

    /// <summary>How many messages of a conversation are put aside.</summary>
    public int CountScheduled(string conversationKey) => _schedule.Of(conversationKey).Count;

    /// <summary>Removes the messages of a conversation that are put aside.</summary>
    /// <returns>How many.</returns>
    public int PurgeScheduled(string conversationKey)
    {
        var found = _schedule.Of(conversationKey);
        foreach (var (due, sequence, targets) in found)
        {
            _schedule.Delete(due, sequence);
            foreach (var target in targets)
            {
                Sources.Adjust(target, scheduled: -1);
            }
        }

        return found.Count;
    }

    /// <summary>Puts messages that are due on their sources.</summary>
    /// <returns>The messages with their sources and their new numbers.</returns>
    public IReadOnlyList<(int[] Targets, StoredDelivery Delivery)> ActivateDue(DateTimeOffset now, int maxMessages)
    {
        List<(int[], StoredDelivery)> activated = [];
        foreach (var (targets, message) in _schedule.TakeDue(now, maxMessages))
        {
            var (sequence, isShared) = Insert(targets, message);
            activated.Add((targets, new StoredDelivery(sequence, message, isShared)));
            foreach (var target in targets)
            {
                Sources.Adjust(target, scheduled: -1);
            }
        }

        return activated;
    }

    /// <summary>Removes a message from a source.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(MessageSource source, StoredDelivery delivery)
    {
        var found = _deliveries.Delete(source.Number, source.Siblings, delivery);
        if (found)
        {
            Sources.Adjust(source.Number, active: -1);
        }

        return found;
    }

    /// <summary>Makes a message of a source a dead letter.</summary>
    public void Bury(MessageSource source, StoredDelivery delivery, string reason, string description)
    {
        if (Remove(source, delivery))
        {
            _deadLetters.Insert(source.Number, delivery, reason, description, clock.GetUtcNow());
            Sources.Adjust(source.Number, dead: 1);
        }
    }

    /// <summary>Keeps how many times a message was delivered.</summary>
    public void SaveCount(MessageSource source, StoredDelivery delivery) => _deliveries.SaveCount(source.Number, delivery);

    /// <summary>Reads messages of a source.</summary>
    public (IReadOnlyList<StoredDelivery> Deliveries, bool All) Read(MessageSource source, long after, int maxMessages) =>
        _deliveries.Read(source.Number, after, maxMessages, ReadyBuffer.MaxBytes);

    /// <summary>Reads a page of dead letters.</summary>
    public IReadOnlyList<Ports.DeadLetter> ListDead(MessageSource source, long after, int maxMessages) =>
        _deadLetters.List(source, after, maxMessages);

    /// <summary>Puts a dead letter back on its source; null when it is not there.</summary>
    public StoredDelivery? Revive(MessageSource source, long sequence)
    {
        if (_deadLetters.Find(source.Number, sequence) is not { } dead)
        {
            return null;
        }

        Purge(source, sequence);
        var message = StoredMessage.Of(Envelope.Forgiven(dead.Message), dead.EnqueuedAt);
        var (number, isShared) = Insert([source.Number], message);
        return new StoredDelivery(number, message, isShared);
    }

    /// <summary>Removes a dead letter; false when it is not there.</summary>
    public bool Purge(MessageSource source, long sequence)
    {
        var found = _deadLetters.Delete(source.Number, sequence);
        if (found)
        {
            Sources.Adjust(source.Number, dead: -1);
        }

        return found;
    }

    public void Dispose()
    {
        _deliveries.Dispose();
        _deadLetters.Dispose();
        _schedule.Dispose();
        Sequence.Dispose();
        Sources.Dispose();
    }
}
