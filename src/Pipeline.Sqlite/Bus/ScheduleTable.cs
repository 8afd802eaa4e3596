using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>The messages that are not visible yet, in the database, by the time they are due. Used on the writer's thread only.</summary>
internal sealed class ScheduleTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(
        connection, "INSERT INTO scheduled (due, sequence, targets, payload) VALUES (?, ?, ?, ?)");

    private readonly Statement _due = new(
        connection, "SELECT due, sequence, targets, payload FROM scheduled WHERE due <= ? ORDER BY due, sequence LIMIT ?");

    private readonly Statement _first = new(connection, "SELECT due FROM scheduled ORDER BY due LIMIT 1");
    private readonly Statement _delete = new(connection, "DELETE FROM scheduled WHERE due = ? AND sequence = ?");

    /// <summary>Adds a message for these sources.</summary>
    public void Insert(DateTimeOffset due, long sequence, ReadOnlySpan<int> targets, StoredMessage message) => _insert
        .Bind(1, due.UtcTicks)
        .Bind(2, sequence)
        .Bind(3, MemoryMarshal.AsBytes(targets))
        .Bind(4, message.Payload)
        .Execute();

    /// <summary>The messages of a conversation. It reads all there are, for they lie by the time they are due.</summary>
    public IReadOnlyList<(long Due, long Sequence, int[] Targets)> Of(string conversationKey)
    {
        List<(long, long, int[])> found = [];
        _due.Bind(1, long.MaxValue).Bind(2, int.MaxValue);
        while (_due.Step())
        {
            if (new StoredMessage(_due.Blob(3).ToArray()).Message.PartitionKey == conversationKey)
            {
                found.Add((_due.Integer(0), _due.Integer(1), MemoryMarshal.Cast<byte, int>(_due.Blob(2)).ToArray()));
            }
        }

        return found;
    }

    /// <summary>Removes a message.</summary>
    public void Delete(long due, long sequence) => _delete.Bind(1, due).Bind(2, sequence).Execute();

    /// <summary>When the first is due; null when there is none.</summary>
    public DateTimeOffset? FirstDue()
    {
        if (!_first.Step())
        {
            return null;
        }

        var due = new DateTimeOffset(_first.Integer(0), TimeSpan.Zero);
        _first.Reset();
        return due;
    }

    /// <summary>Removes the messages that are due, up to a number of them.</summary>
    /// <returns>The messages with the sources they are for, in order.</returns>
    public IReadOnlyList<(int[] Targets, StoredMessage Message)> TakeDue(DateTimeOffset now, int maxMessages)
    {
        List<(long Due, long Sequence)> keys = [];
        List<(int[] Targets, StoredMessage Message)> messages = [];
        _due.Bind(1, now.UtcTicks).Bind(2, maxMessages);
        while (_due.Step())
        {
            keys.Add((_due.Integer(0), _due.Integer(1)));
            messages.Add((MemoryMarshal.Cast<byte, int>(_due.Blob(2)).ToArray(), new StoredMessage(_due.Blob(3).ToArray())));
        }

        foreach (var (due, sequence) in keys)
        {
            _delete.Bind(1, due).Bind(2, sequence).Execute();
        }

        return messages;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _due.Dispose();
        _first.Dispose();
        _delete.Dispose();
    }
}
