using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Sweep;

/// <summary>Which happenings of a conversation are recorded, by the keys of their rows.</summary>
internal sealed class RecordedIds
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<(string OrderKey, string Id)> _all = [];

    /// <summary>Reads the ids of what happened from a time on.</summary>
    public static async Task<RecordedIds> ReadAsync(
        ITables tables, string conversationKey, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var recorded = new RecordedIds();
        var query = TableQuery.Prefix(conversationKey, ConversationRowKeys.MessagePrefix) with
        {
            FromRowKey = ConversationRowKeys.Message(ConversationKeys.Order(from, "")),
        };
        await foreach (var row in tables.ReadAllAsync(TableNames.Conversations, query, cancellationToken))
        {
            // message-<time>-<id>, and the time has no hyphen.
            var orderKey = row.RowKey[ConversationRowKeys.MessagePrefix.Length..];
            var id = orderKey[(orderKey.IndexOf('-') + 1)..];
            recorded._ids.Add(id);
            recorded._all.Add((orderKey, id));
        }

        return recorded;
    }

    /// <summary>Whether an item of the history is among them.</summary>
    public bool Has(HistoryItem item)
    {
        if (item.Alike is not { } alike)
        {
            return _ids.Contains(ConversationKeys.Safe(item.Message.MessageId));
        }

        var (from, start) = (ConversationKeys.Order(alike.Since, ""), ConversationKeys.Safe(alike.IdStart));
        return _all.Exists(other =>
            other.Id.StartsWith(start, StringComparison.Ordinal) && string.CompareOrdinal(other.OrderKey, from) >= 0);
    }
}
