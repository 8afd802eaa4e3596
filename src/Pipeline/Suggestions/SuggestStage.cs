using Pipeline.Messages;

namespace Pipeline.Suggestions;

/// <summary>Drafts replies for a customer's message.</summary>
public sealed class SuggestStage : IStage<MessageScored, RepliesSuggested>
{
    /// <inheritdoc/>
    public Task<StageResult<RepliesSuggested>> RunAsync(MessageScored message, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
