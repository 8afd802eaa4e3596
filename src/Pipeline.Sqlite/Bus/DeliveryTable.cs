using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>The messages that wait or are locked, in the database. Used on the writer's thread only.</summary>
internal sealed class DeliveryTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, "INSERT INTO delivery (key, count, payload) VALUES (?, 0, ?)");
    private readonly Statement _insertShared = new(connection, "INSERT INTO shared (sequence, payload) VALUES (?, ?)");
    private readonly Statement _delete = new(connection, "DELETE FROM delivery WHERE key = ?");
    private readonly Statement _deleteShared = new(connection, "DELETE FROM shared WHERE sequence = ?");
    private readonly Statement _exists = new(connection, "SELECT 1 FROM delivery WHERE key = ?");

    // A later settlement may have been written before this one.
    private readonly Statement _count = new(connection, "UPDATE delivery SET count = max(count, ?) WHERE key = ?");
    private readonly Statement _read = new(
        connection,
        """
        SELECT d.key, d.count, d.payload, s.payload
        FROM delivery d LEFT JOIN shared s ON d.payload IS NULL AND s.sequence = (d.key & 0xFFFFFFFFFFFF)
        WHERE d.key > ? AND d.key < ? ORDER BY d.key
        """);

    /// <summary>Puts a message on one source.</summary>
    public void Insert(int source, long sequence, StoredMessage message) =>
        _insert.Bind(1, RowNumber.Of(source, sequence)).Bind(2, message.Payload).Execute();

    /// <summary>Puts a message on several sources, its payload once.</summary>
    public void InsertShared(ReadOnlySpan<int> sources, long sequence, StoredMessage message)
    {
        _insertShared.Bind(1, sequence).Bind(2, message.Payload).Execute();
        foreach (var source in sources)
        {
            _insert.Bind(1, RowNumber.Of(source, sequence)).BindNull(2).Execute();
        }
    }

    /// <summary>Removes a message from a source, and its shared payload with the last source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="siblings">All sources of the same topic.</param>
    /// <param name="delivery">The message.</param>
    /// <returns>Whether it was there.</returns>
    public bool Delete(int source, IReadOnlyList<int> siblings, StoredDelivery delivery)
    {
        var found = _delete.Bind(1, RowNumber.Of(source, delivery.Sequence)).Execute() > 0;
        if (found && delivery.IsShared && !IsAnywhere(siblings, delivery.Sequence))
        {
            _deleteShared.Bind(1, delivery.Sequence).Execute();
        }

        return found;
    }

    /// <summary>Keeps how many times a message was delivered.</summary>
    public void SaveCount(int source, StoredDelivery delivery) =>
        _count.Bind(1, delivery.Count).Bind(2, RowNumber.Of(source, delivery.Sequence)).Execute();

    /// <summary>Reads the messages of a source after a number, in order, until there are enough.</summary>
    /// <returns>The messages, and whether these were all.</returns>
    public (IReadOnlyList<StoredDelivery> Deliveries, bool All) Read(int source, long after, int maxMessages, int maxBytes)
    {
        List<StoredDelivery> deliveries = [];
        var bytes = 0;
        _read.Bind(1, RowNumber.Of(source, after)).Bind(2, RowNumber.After(source));
        while (_read.Step())
        {
            if (deliveries.Count == maxMessages || bytes >= maxBytes)
            {
                _read.Reset();
                return (deliveries, false);
            }

            var isShared = _read.IsNull(2);
            var message = new StoredMessage(_read.Blob(isShared ? 3 : 2).ToArray());
            bytes += message.Size;
            deliveries.Add(new StoredDelivery(RowNumber.Sequence(_read.Integer(0)), message, isShared, (int)_read.Integer(1)));
        }

        return (deliveries, true);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertShared.Dispose();
        _delete.Dispose();
        _deleteShared.Dispose();
        _exists.Dispose();
        _count.Dispose();
        _read.Dispose();
    }

    private bool IsAnywhere(IReadOnlyList<int> sources, long sequence)
    {
        foreach (var source in sources)
        {
            if (_exists.Bind(1, RowNumber.Of(source, sequence)).Any())
            {
                return true;
            }
        }

        return false;
    }
}
