using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Pipeline.Ports;

namespace Pipeline.Local.Changes;

/// <summary>
/// Tells of changed conversations within the process. A watcher that falls far behind is ended rather than left with gaps: its reader
/// reconnects and reads everything anew.
/// </summary>
public sealed class LocalConversationChanges : IConversationChanges
{
    private readonly ConcurrentDictionary<ConversationWatcher, bool> _watchers = new();

    /// <summary>A batch was written to a table: a partition of <see cref="TableNames.Conversations"/> is a conversation.</summary>
    public void TableChanged(string table, string partitionKey)
    {
        if (table == TableNames.Conversations)
        {
            Tell(partitionKey);
        }
    }

    /// <summary>Tells the watchers, without waiting for them.</summary>
    public void Tell(string conversationKey)
    {
        foreach (var (watcher, _) in _watchers)
        {
            watcher.Tell(conversationKey);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> WatchAsync(
        string? conversationKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = new ConversationWatcher(conversationKey);
        _watchers.TryAdd(watcher, true);
        try
        {
            await foreach (var key in watcher.ReadAsync(cancellationToken))
            {
                yield return key;
            }
        }
        finally
        {
            _watchers.TryRemove(watcher, out _);
        }
    }
}
