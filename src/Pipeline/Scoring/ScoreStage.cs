using Pipeline.Messages;

namespace Pipeline.Scoring;

/// <summary>Masks the personal data of a captured message, and analyses it if it is a customer's.</summary>
public sealed class ScoreStage : IStage<MessageCaptured, MessageAnalyzed>
{
    /// <inheritdoc/>
    public Task<StageResult<MessageAnalyzed>> RunAsync(MessageCaptured message, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
