using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>The stage of the index of transcripts: whatever the message says, the index is written as the rows are now.</summary>
public sealed class StoreStage(ITranscriptIndexer indexer) : IStage<ConversationEvent, Nothing>
{
    /// <inheritdoc/>
    public async Task<StageResult<Nothing>> RunAsync(ConversationEvent message, CancellationToken cancellationToken) =>
        new StageResult<Nothing>.Stop(
            await indexer.IndexAsync(message.Conversation.Key, cancellationToken) ? "Indexed." : "The conversation has no message yet.");
}
