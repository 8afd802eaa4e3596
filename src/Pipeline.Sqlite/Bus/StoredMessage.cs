using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>A message as it stands in the database: one payload, shared by all its deliveries, read when it is first needed.</summary>
/// <param name="payload">Time of acceptance, schedule, id, partition key, properties, body.</param>
/// <param name="message">The message, where it need not be read from the payload.</param>
internal sealed class StoredMessage(byte[] payload, BusMessage? message = null)
{
    [ThreadStatic]
    private static ByteWriter? _writer;

    private BusMessage? _message = message;

    /// <summary>The payload.</summary>
    public ReadOnlySpan<byte> Payload => payload;

    /// <summary>The size of the payload in bytes.</summary>
    public int Size => payload.Length;

    /// <summary>When the bus accepted the message.</summary>
    public DateTimeOffset EnqueuedAt => new(new ByteReader(payload).Fixed(), TimeSpan.Zero);

    /// <summary>The message as it was sent.</summary>
    public BusMessage Message => _message ??= Decode();

    /// <summary>
    /// Copies a message, so that its sender may do what it likes with the original. What came with its event was made for the bus and
    /// changes no more: only its body is left to the copy.
    /// </summary>
    public static StoredMessage Of(BusMessage message, DateTimeOffset enqueuedAt)
    {
        var writer = _writer ??= new ByteWriter();
        writer.Clear();
        writer.Fixed(enqueuedAt.UtcTicks);
        writer.Fixed(message.ScheduledFor?.UtcTicks ?? 0);
        writer.Text(message.Id);
        writer.Text(message.PartitionKey);
        writer.Number((uint)message.Properties.Count);
        foreach (var (name, value) in message.Properties)
        {
            writer.Text(name);
            writer.Text(value);
        }

        writer.Bytes(message.Body.Span);
        var payload = writer.Written.ToArray();
        return new StoredMessage(
            payload, message.Event is null ? null : message with { Body = payload.AsMemory(payload.Length - message.Body.Length) });
    }

    private BusMessage Decode()
    {
        var reader = new ByteReader(payload);
        reader.Fixed();
        var scheduledFor = reader.Fixed();
        var (id, partitionKey) = (reader.Text(), reader.Text());
        var count = (int)reader.Number();
        var properties = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var property = 0; property < count; property++)
        {
            properties.Add(reader.Text(), reader.Text());
        }

        return new BusMessage(
            id,
            payload.AsMemory(payload.Length - reader.Remaining),
            properties,
            partitionKey,
            scheduledFor == 0 ? null : new DateTimeOffset(scheduledFor, TimeSpan.Zero));
    }
}
