using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Reads the present state of a conversation.</summary>
public interface IConversationReader
{
    /// <summary>The state after the last known message; null when the conversation is not known. One point read.</summary>
    Task<ConversationState?> ReadStateAsync(string conversationKey, CancellationToken cancellationToken);
}
