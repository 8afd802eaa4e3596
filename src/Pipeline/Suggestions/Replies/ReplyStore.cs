using Pipeline.Ports;

namespace Pipeline.Suggestions.Replies;

/// <summary>What was learned from a conversation for the replies that advisors sent. Its own rows go too, so that it is not learned again.</summary>
public sealed class ReplyStore(AcceptedReplyStore replies) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "replies";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
    [
        .. (await replies.TaughtByAsync(conversationKey, cancellationToken)).Select(text =>
            new KeptItem("learned reply", new Dictionary<string, object>(StringComparer.Ordinal) { ["text"] = text })),
    ];

    /// <inheritdoc/>
    public Task EraseAsync(string conversationKey, CancellationToken cancellationToken) => replies.RemoveAsync(conversationKey, cancellationToken);
}
