using Pipeline.Messages;

namespace Pipeline.Transcripts;

/// <summary>StoreStage.</summary>
public sealed class StoreStage : IStage<ConversationEvent, Nothing>
{
    /// <inheritdoc/>
    public Task<StageResult<Nothing>> RunAsync(ConversationEvent message, CancellationToken cancellationToken) => throw new NotImplementedException();
}
