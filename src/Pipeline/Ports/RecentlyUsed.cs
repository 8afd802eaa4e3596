using System.Collections.Concurrent;

namespace Pipeline.Ports;

/// <summary>
/// What this process had in hand a moment ago and is soon asked for again. Of a row it is a guess and no more, for another instance may
/// have written since: whoever builds on it writes under the ETag it names, and on a conflict forgets it and reads.
/// </summary>
/// <typeparam name="T">What is kept: what a row was read as with its ETag, or what was made of a text.</typeparam>
/// <param name="capacity">About how many are kept: from half of it on, the ones not asked for lately go.</param>
public sealed class RecentlyUsed<T>(int capacity)
    where T : class
{
    private readonly int _half = Math.Max(1, capacity / 2);
    private readonly Lock _turning = new();
    private ConcurrentDictionary<string, T> _newer = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, T> _older = new(StringComparer.Ordinal);

    /// <summary>What is remembered of a key; null when nothing is.</summary>
    public T? Find(string key)
    {
        if (_newer.TryGetValue(key, out var recent))
        {
            return recent;
        }

        if (!_older.TryGetValue(key, out var old))
        {
            return null;
        }

        // Asked for again: it stays for another turn.
        Remember(key, old);
        return old;
    }

    /// <summary>Remembers what was read, written or made.</summary>
    public void Remember(string key, T value)
    {
        _newer[key] = value;
        if (_newer.Count >= _half)
        {
            Turn();
        }
    }

    /// <summary>Forgets a key: what was remembered of it proved old.</summary>
    public void Forget(string key)
    {
        _newer.TryRemove(key, out _);
        _older.TryRemove(key, out _);
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_newer.Count >= _half)
            {
                (_older, _newer) = (_newer, new(StringComparer.Ordinal));
            }
        }
    }
}
