using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pipeline.Local.Changes;

/// <summary>One watch: each conversation waits in it at most once, however often it changes meanwhile.</summary>
internal sealed class ConversationWatcher(string? conversationKey)
{
    private const int MaxWaiting = 4096;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly Channel<string> _keys = Channel.CreateBounded<string>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    public void Tell(string key)
    {
        if (conversationKey is not null && !string.Equals(conversationKey, key, StringComparison.Ordinal))
        {
            return;
        }

        lock (_lock)
        {
            if (_waiting.Add(key) && !_keys.Writer.TryWrite(key))
            {
                _keys.Writer.TryComplete();
            }
        }
    }

    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var key in _keys.Reader.ReadAllAsync(cancellationToken))
        {
            // Before it is told: a change that comes while the watcher reads the conversation must be told again.
            lock (_lock)
            {
                _waiting.Remove(key);
            }

            yield return key;
        }
    }
}
