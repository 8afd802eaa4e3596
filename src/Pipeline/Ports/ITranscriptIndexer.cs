namespace Pipeline.Ports;

/// <summary>Writes the index of transcripts, and all that is made from closed conversations, as the rows of a conversation are now.</summary>
public interface ITranscriptIndexer
{
    /// <summary>
    /// Writes until what was written is what the rows say; nothing, when it was written already. For changes that do not come by the path of messages: feedback after the close, the
    /// correction of a score.
    /// </summary>
    /// <returns>False when the conversation has no message.</returns>
    Task<bool> IndexAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="IndexAsync"/>, but writes all of it again although the rows say nothing new: the release or a setting may make something else
    /// of them now.
    /// </summary>
    Task<bool> ReindexAsync(string conversationKey, CancellationToken cancellationToken) => IndexAsync(conversationKey, cancellationToken);

    /// <summary>Whether the conversation stands in the index. One point read.</summary>
    Task<bool> IsIndexedAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>Takes the conversation out of the index and out of all that was made from it.</summary>
    Task RemoveAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>Takes an erased conversation out of the index, and has what was made from it forget it: see <see cref="IConversationProjection.ForgetAsync"/>.</summary>
    Task ForgetAsync(string conversationKey, CancellationToken cancellationToken) => RemoveAsync(conversationKey, cancellationToken);
}
