using Pipeline.Ports;

namespace Pipeline.Transcripts.Index;

/// <summary>What the rows of a conversation say at one moment.</summary>
/// <param name="Summary">Its summary.</param>
/// <param name="CustomerHash">The keyed hash of its customer; null when not known, or no key is set.</param>
/// <param name="Record">All of it; null while it is open.</param>
internal sealed record IndexSource(ConversationSummary Summary, string? CustomerHash, ConversationRecord? Record);

/// <summary>Reads conversations for the index: their heads while they are open, all of their rows once they are closed.</summary>
internal sealed class IndexSources(ITables tables, ICustomerHashes customers, IConversationMeasurer? measurer)
{
    /// <summary>What the rows say now; null before the first message. One query, two for a closed conversation.</summary>
    public async Task<IndexSource?> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        // The head and the assignment lie side by side: one read.
        var page = await tables.QueryAsync(
            TableNames.Conversations, TableQuery.Prefix(conversationKey, ConversationRowKeys.Head), cancellationToken);
        var heads = page.Rows.ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        if (Folded(heads) is not { } folded)
        {
            return null;
        }

        return folded.State.Closed
            ? Closed(await TranscriptReader.RowsAsync(tables, conversationKey, cancellationToken))
            : Of(heads, folded, null);
    }

    private static FoldedConversation? Folded(IReadOnlyDictionary<string, TableRow> rows) =>
        rows.GetValueOrDefault(ConversationRowKeys.Head) is { } head ? HeadRow.Read(head).Folded : null;

    // It may have been opened again, or erased, since its head was read.
    private IndexSource? Closed(IReadOnlyDictionary<string, TableRow> rows) => Folded(rows) is { } folded
        ? Of(rows, folded, folded.State.Closed ? new(TranscriptReader.Read(rows)!, rows) : null)
        : null;

    private IndexSource Of(IReadOnlyDictionary<string, TableRow> rows, FoldedConversation folded, ConversationRecord? record)
    {
        var assignment = AssignmentReading.Read(rows.GetValueOrDefault(ConversationRowKeys.Assignment));
        var measures = record is null ? null : measurer?.Measure(record);
        return new(SummaryOf.Whole(folded, assignment, measures), customers.Of(folded.Conversation), record);
    }
}
