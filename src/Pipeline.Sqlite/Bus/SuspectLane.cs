namespace Pipeline.Sqlite.Bus;

/// <summary>
/// Messages that were in the hands of a receiver each of several times that the process died: one of them may have killed it. They are
/// handed out one at a time, those that were tried least first. So the one that kills is found out, and the others, whose deliveries
/// would be used up by its crashes (or by those of a machine that has other reasons to kill), are through before it is tried again.
/// Guarded by the lock of its source.
/// </summary>
internal sealed class SuspectLane
{
    /// <summary>From so many deliveries before crashes on; a batch that was caught by one or two goes its usual, faster way.</summary>
    public const int Deliveries = 3;

    private readonly PriorityQueue<StoredDelivery, (int Count, long Sequence)> _waiting = new();
    private StoredDelivery? _handedOut;

    /// <summary>Messages below this number may have been delivered before a crash; 0 when the run before ended properly.</summary>
    public long Below { get; set; }

    /// <summary>Whether a message belongs here.</summary>
    public bool Suspects(StoredDelivery delivery) =>
        delivery.Sequence < Below && delivery.Count >= Deliveries && !delivery.IsCleared;

    /// <summary>A message waits for its turn.</summary>
    public void Add(StoredDelivery delivery) => _waiting.Enqueue(delivery, (delivery.Count, delivery.Sequence));

    /// <summary>Takes the one whose turn it is; null when there is none, or while another is handed out.</summary>
    public StoredDelivery? Take()
    {
        if (_handedOut is not null || !_waiting.TryDequeue(out var next, out _))
        {
            return null;
        }

        _handedOut = next;
        return next;
    }

    /// <summary>A delivery has ended, and the process lives.</summary>
    /// <returns>Whether the next may go.</returns>
    public bool Clear(StoredDelivery delivery)
    {
        delivery.IsCleared = true;
        if (!ReferenceEquals(delivery, _handedOut))
        {
            return false;
        }

        _handedOut = null;
        return _waiting.Count > 0;
    }
}
