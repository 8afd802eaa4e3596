using Pipeline.Messages;

namespace Pipeline.Routing;

/// <summary>RouteStage.</summary>
public sealed class RouteStage : IStage<MessageScored, ConversationRouted>
{
    /// <inheritdoc/>
    public Task<StageResult<ConversationRouted>> RunAsync(MessageScored message, CancellationToken cancellationToken) => throw new NotImplementedException();
}
