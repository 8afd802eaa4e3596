using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Keeps what was erased from coming back: by a message that still waits on the bus, a repeated webhook, or a platform's history.</summary>
public interface IErasedConversations
{
    /// <summary>Whether a message of the path belongs to what was erased, or is older than it may be kept, and must go no further.</summary>
    /// <param name="message">The message.</param>
    /// <param name="enqueuedAt">When the bus took it; null when it is not on the bus yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> RefusesAsync(ConversationEvent message, DateTimeOffset? enqueuedAt, CancellationToken cancellationToken);
}
