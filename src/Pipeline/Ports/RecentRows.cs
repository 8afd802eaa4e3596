using System.Collections.Concurrent;

namespace Pipeline.Ports;

/// <summary>
/// What this process last read or wrote of rows that are soon asked for again, with their versions. It is a guess and no more: another
/// instance may have written since. Whoever builds on it writes under the version it names, and on a conflict forgets it and reads.
/// </summary>
/// <typeparam name="T">What a row was read as; it holds the row's ETag.</typeparam>
/// <param name="capacity">About how many are kept: from half of it on, the ones not asked for lately go.</param>
public sealed class RecentRows<T>(int capacity)
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

    /// <summary>Remembers what was read or written.</summary>
    public void Remember(string key, T row)
    {
        _newer[key] = row;
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
