namespace Pipeline.Ports;

/// <summary>Tells who watches that something of a conversation changed: it says which, not what; the watcher reads.</summary>
public interface IConversationChanges
{
    /// <summary>Watches until cancelled. Changes of one conversation in quick succession may be told as one.</summary>
    /// <param name="conversationKey">The conversation to watch; null for all.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The keys of conversations that changed.</returns>
    IAsyncEnumerable<string> WatchAsync(string? conversationKey, CancellationToken cancellationToken);
}
