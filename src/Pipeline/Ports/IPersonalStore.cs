namespace Pipeline.Ports;

/// <summary>
/// What a room keeps of a conversation beyond figures of groups. Each room that writes such rows registers one, so that an erasure, a report to
/// the person and retention reach all of it without knowing any of it.
/// </summary>
public interface IPersonalStore
{
    /// <summary>Names it in receipts and reports, in lower camel case.</summary>
    string Name { get; }

    /// <summary>
    /// When it is erased: stores with a smaller number first. What others need to find theirs (the conversation's own rows) goes last.
    /// </summary>
    int Order => 0;

    /// <summary>All that it keeps of a conversation, readable by the person it is about.</summary>
    Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>Erases all of it. Harmless when nothing is there, and to be repeated after a crash anywhere.</summary>
    Task EraseAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>Erases all of several conversations. For stores to which many at once cost hardly more than one.</summary>
    async Task EraseAsync(IReadOnlyCollection<string> conversationKeys, CancellationToken cancellationToken)
    {
        foreach (var key in conversationKeys)
        {
            await EraseAsync(key, cancellationToken);
        }
    }
}

/// <summary>Something that is kept of a conversation.</summary>
/// <param name="Kind">What it is, in the words of its store: a message, a suggestion.</param>
/// <param name="Values">Its values by name. Texts that are JSON are shown as such.</param>
public sealed record KeptItem(string Kind, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>A row as an item: its key and its properties.</summary>
    public static KeptItem Of(string kind, TableRow row) => new(
        kind, new Dictionary<string, object>(row.Properties, StringComparer.Ordinal) { ["rowKey"] = row.RowKey });
}
