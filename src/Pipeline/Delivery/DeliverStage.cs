using Pipeline.Messages;

namespace Pipeline.Delivery;

/// <summary>Brings an outcome back to its platform.</summary>
public sealed class DeliverStage : IStage<ConversationEvent, Nothing>
{
    /// <inheritdoc/>
    public Task<StageResult<Nothing>> RunAsync(ConversationEvent message, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
