namespace Pipeline.Ports;

/// <summary>All that is stored of a conversation, read at one time: the transcript as people read it, and the rows that it was made of.</summary>
/// <param name="Transcript">The conversation with its messages, suggestions, decisions and assignment.</param>
/// <param name="Rows">Every row of its partition, by row key, for what the transcript does not show.</param>
public sealed record ConversationRecord(ConversationTranscript Transcript, IReadOnlyDictionary<string, TableRow> Rows)
{
    /// <summary>The conversation's key.</summary>
    public string Key => Transcript.Conversation.Key;

    /// <summary>The rows whose key starts with a prefix, in order.</summary>
    public IEnumerable<TableRow> Under(string prefix) => Rows
        .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Value);

    /// <summary>What advisors told of suggestions, by id.</summary>
    public IEnumerable<FeedbackEntry> Feedback => Under(ConversationRowKeys.FeedbackPrefix).Select(FeedbackEntry.Read);
}

/// <summary>Reads conversations whole.</summary>
public interface IConversationRecords
{
    /// <summary>A conversation with the rows that it was made of; null when it is not known. One query.</summary>
    Task<ConversationRecord?> ReadRecordAsync(string conversationKey, CancellationToken cancellationToken);
}
