using Pipeline.Ports;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>Puts closed conversations into the search index: one row each, which <see cref="TranscriptSearchUpkeep"/> makes segments of.</summary>
public sealed class SearchProjection(ITables tables) : IConversationProjection
{
    /// <inheritdoc/>
    public string Name => "search";

    /// <inheritdoc/>
    public Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken) =>
        WriteAsync(RecentConversation.Of(record.Transcript), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string conversationKey, CancellationToken cancellationToken) =>
        WriteAsync(RecentConversation.Removed(conversationKey), cancellationToken);

    private async Task WriteAsync(RecentConversation conversation, CancellationToken cancellationToken) => await tables.ApplyAsync(
        TableNames.Search, RecentConversation.Partition, [new TableChange.Upsert(conversation.Row())], cancellationToken);
}
