using System.Collections.Concurrent;

namespace Pipeline.Web.Access;

/// <summary>
/// How many live connections each caller holds open, in this process. Connections are the server's scarcest good: whoever may open any number
/// of them could leave none for the webhooks.
/// </summary>
public sealed class WatcherLimits
{
    /// <summary>The most connections of one caller: a page holds one or two.</summary>
    public const int MaxWatchers = 50;

    private readonly ConcurrentDictionary<string, int> _watchers = new(StringComparer.Ordinal);

    /// <summary>Takes a place.</summary>
    /// <returns>Whether there was one; then <see cref="Leave"/> gives it back.</returns>
    public bool TryEnter(string name)
    {
        while (true)
        {
            var count = _watchers.GetOrAdd(name, 0);
            if (count >= MaxWatchers)
            {
                return false;
            }

            if (_watchers.TryUpdate(name, count + 1, count))
            {
                return true;
            }
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(string name)
    {
        _watchers.AddOrUpdate(name, 0, static (_, count) => count - 1);
        _watchers.TryRemove(KeyValuePair.Create(name, 0));
    }
}
