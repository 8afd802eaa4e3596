namespace Pipeline.Sqlite.Bus;

/// <summary>
/// The locks of one source, in time elapsed since the start: a clock that is set neither prolongs nor ends them. All last equally long, so
/// the first taken is the first to run out. Guarded by the lock of its source.
/// </summary>
internal sealed class HeldLocks
{
    private readonly Dictionary<string, LinkedListNode<HeldLock>> _byToken = new(StringComparer.Ordinal);
    private readonly LinkedList<HeldLock> _byExpiry = [];

    /// <summary>When the first lock runs out; null when none is held.</summary>
    public TimeSpan? FirstExpiry => _byExpiry.First?.Value.ExpiresAt;

    /// <summary>The locked messages.</summary>
    public IEnumerable<StoredDelivery> Deliveries => _byExpiry.Select(held => held.Delivery);

    /// <summary>Locks a message.</summary>
    public void Hold(string token, StoredDelivery delivery, TimeSpan expiresAt) =>
        _byToken[token] = _byExpiry.AddLast(new HeldLock(token, delivery, expiresAt));

    /// <summary>Ends a lock; null when there is none, or it has run out.</summary>
    public StoredDelivery? Release(string token, TimeSpan now)
    {
        if (!_byToken.TryGetValue(token, out var node) || node.Value.ExpiresAt <= now)
        {
            return null;
        }

        Remove(node);
        return node.Value.Delivery;
    }

    /// <summary>Ends the locks that have run out.</summary>
    /// <returns>Their messages.</returns>
    public List<StoredDelivery> Expire(TimeSpan now)
    {
        List<StoredDelivery> expired = [];
        while (_byExpiry.First is { } first && first.Value.ExpiresAt <= now)
        {
            Remove(first);
            expired.Add(first.Value.Delivery);
        }

        return expired;
    }

    private void Remove(LinkedListNode<HeldLock> node)
    {
        _byToken.Remove(node.Value.Token);
        _byExpiry.Remove(node);
    }

    private sealed record HeldLock(string Token, StoredDelivery Delivery, TimeSpan ExpiresAt);
}
