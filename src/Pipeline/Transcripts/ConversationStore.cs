using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>
/// The rows of a conversation itself: messages with their scores, state, suggestions, decisions, feedback, hand-overs. They go last, for they say
/// where the rest is.
/// </summary>
public sealed class ConversationStore(ITables tables) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "conversation";

    /// <inheritdoc/>
    public int Order => 1000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var rows = await TranscriptReader.RowsAsync(tables, conversationKey, cancellationToken);
        return [.. rows.Values.Select(row => KeptItem.Of(row.RowKey.Split('-')[0], row))];
    }

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var rows = await TranscriptReader.RowsAsync(tables, conversationKey, cancellationToken);
        await tables.DeleteAllAsync(TableNames.Conversations, conversationKey, rows.Keys, cancellationToken);
    }
}
