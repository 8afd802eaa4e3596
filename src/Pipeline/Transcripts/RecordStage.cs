using Pipeline.Messages;

namespace Pipeline.Transcripts;

/// <summary>RecordStage.</summary>
public sealed class RecordStage : IStage<MessageAnalyzed, MessageScored>
{
    /// <inheritdoc/>
    public Task<StageResult<MessageScored>> RunAsync(MessageAnalyzed message, CancellationToken cancellationToken) => throw new NotImplementedException();
}
