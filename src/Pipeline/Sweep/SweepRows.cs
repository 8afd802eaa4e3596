using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Sweep;

/// <summary>The rows of an account's sweeps: one partition of the table Settings each.</summary>
internal static class SweepRows
{
    public const string State = "state";

    /// <summary>Rows of what was sent and is not known to be recorded.</summary>
    public const string SentPrefix = "sent-";

    // Raised when the shape changes; the reader keeps one branch for each shape that may still be stored.
    private const int Shape = 1;

    public static string Partition(string platform, string account) => $"sweep~{platform}~{account}";

    /// <summary>The row of something that was sent: its key follows from what it is, so that two sweeps make the same one.</summary>
    public static TableRow Sent(string partition, MessageCaptured message, int times, DateTimeOffset at) => new(
        partition,
        SentKey(message),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Shape"] = Shape,
            ["Conversation"] = message.Conversation.Key,
            ["Message"] = MessageRow(message),
            ["SentAt"] = message.SentAt,
            ["Times"] = times,
            ["At"] = at,
        });

    /// <summary>The row of the message itself, in its conversation, once it is recorded.</summary>
    public static string MessageRow(MessageCaptured message) =>
        ConversationRowKeys.Message(ConversationKeys.Order(message.SentAt, message.MessageId));

    public static string SentKey(MessageCaptured message) => SentPrefix + message.BusId;

    public static SweepState Read(TableRow row)
    {
        if ((int)row.Properties["Shape"] != Shape)
        {
            throw new InvalidDataException(
                $"Row '{row.RowKey}' of '{row.PartitionKey}' has shape {row.Properties["Shape"]}; this version reads shape {Shape}.");
        }

        return new SweepState
        {
            SweptUntil = Time(row, nameof(SweepState.SweptUntil)),
            LastSweptAt = Time(row, nameof(SweepState.LastSweptAt)),
            Found = (long)row.Properties[nameof(SweepState.Found)],
            Saved = (long)row.Properties[nameof(SweepState.Saved)],
            Unreadable = (int)row.Properties[nameof(SweepState.Unreadable)],
            Error = row.Text(nameof(SweepState.Error)),
            NotBefore = Time(row, nameof(SweepState.NotBefore)),
            ETag = row.ETag,
        };
    }

    /// <summary>The change that writes a state over the one that was read: an insert if there was none.</summary>
    public static TableChange Over(string partition, SweepState state)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Shape"] = Shape,
            [nameof(SweepState.Found)] = state.Found,
            [nameof(SweepState.Saved)] = state.Saved,
            [nameof(SweepState.Unreadable)] = state.Unreadable,
        };
        Put(properties, nameof(SweepState.SweptUntil), state.SweptUntil);
        Put(properties, nameof(SweepState.LastSweptAt), state.LastSweptAt);
        Put(properties, nameof(SweepState.Error), state.Error);
        Put(properties, nameof(SweepState.NotBefore), state.NotBefore);
        var row = new TableRow(partition, State, properties);
        return state.ETag is { } etag ? new TableChange.Replace(row, etag) : new TableChange.Insert(row);
    }

    private static DateTimeOffset? Time(TableRow row, string name) =>
        row.Properties.TryGetValue(name, out var value) ? (DateTimeOffset)value : null;

    private static void Put(Dictionary<string, object> properties, string name, object? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }
}
