using System.Globalization;
using Microsoft.Data.Sqlite;
using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>The dead letters, in the database. Used on the writer's thread only.</summary>
internal sealed class DeadLetterTable(SqliteConnection connection) : IDisposable
{
    // The limit of Service Bus on the header that carries a reason or description.
    private const int MaxText = 4096;

    private readonly Statement _insert = new(
        connection, "INSERT INTO dead (key, count, reason, description, payload) VALUES (?, ?, ?, ?, ?)");

    private readonly Statement _list = new(
        connection, "SELECT key, count, reason, description, payload FROM dead WHERE key > ? AND key < ? ORDER BY key LIMIT ?");

    private readonly Statement _payload = new(connection, "SELECT payload FROM dead WHERE key = ?");
    private readonly Statement _delete = new(connection, "DELETE FROM dead WHERE key = ?");

    /// <summary>Adds a message. When it failed becomes a property of it: the file's layout has no place for that.</summary>
    public void Insert(int source, StoredDelivery delivery, string reason, string description, DateTimeOffset failedAt) => _insert
        .Bind(1, RowNumber.Of(source, delivery.Sequence))
        .Bind(2, delivery.Count)
        .Bind(3, Cut(reason))
        .Bind(4, Cut(description))
        .Bind(5, Failed(delivery.Message, failedAt).Payload)
        .Execute();

    /// <summary>Reads a page.</summary>
    public IReadOnlyList<DeadLetter> List(MessageSource source, long after, int maxMessages)
    {
        List<DeadLetter> letters = [];
        _list.Bind(1, RowNumber.Of(source.Number, after)).Bind(2, RowNumber.After(source.Number)).Bind(3, maxMessages);
        while (_list.Step())
        {
            var stored = new StoredMessage(_list.Blob(4).ToArray());
            letters.Add(new DeadLetter(
                source.Name,
                RowNumber.Sequence(_list.Integer(0)),
                stored.Message,
                _list.Text(2),
                _list.Text(3),
                (int)_list.Integer(1),
                stored.EnqueuedAt,
                Envelope.ReadFailedAt(stored.Message)));
        }

        return letters;
    }

    /// <summary>The message of a dead letter; null when it is not there.</summary>
    public StoredMessage? Find(int source, long sequence)
    {
        if (!RowNumber.IsSequence(sequence) || !_payload.Bind(1, RowNumber.Of(source, sequence)).Step())
        {
            return null;
        }

        var message = new StoredMessage(_payload.Blob(0).ToArray());
        _payload.Reset();
        return message;
    }

    /// <summary>Removes a dead letter; false when it is not there.</summary>
    public bool Delete(int source, long sequence) =>
        RowNumber.IsSequence(sequence) && _delete.Bind(1, RowNumber.Of(source, sequence)).Execute() > 0;

    public void Dispose()
    {
        _insert.Dispose();
        _list.Dispose();
        _payload.Dispose();
        _delete.Dispose();
    }

    private static StoredMessage Failed(StoredMessage message, DateTimeOffset at) => StoredMessage.Of(
        message.Message with
        {
            Properties = new Dictionary<string, string>(message.Message.Properties, StringComparer.Ordinal)
            {
                [Envelope.FailedAt] = at.ToString("O", CultureInfo.InvariantCulture),
            },
        },
        message.EnqueuedAt);

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText];
}
