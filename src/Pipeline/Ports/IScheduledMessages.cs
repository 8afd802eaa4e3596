namespace Pipeline.Ports;

/// <summary>
/// Reaches messages that the bus keeps back until they are due. Where a bus cannot do this (Service Bus knows such a message by its number alone),
/// they are refused when they become due: <see cref="IErasedConversations"/>.
/// </summary>
public interface IScheduledMessages
{
    /// <summary>How many messages of a conversation are kept back.</summary>
    Task<int> CountAsync(string conversationKey, CancellationToken cancellationToken);

    /// <summary>Removes the messages of a conversation that are kept back.</summary>
    /// <returns>How many.</returns>
    Task<int> PurgeAsync(string conversationKey, CancellationToken cancellationToken);
}
