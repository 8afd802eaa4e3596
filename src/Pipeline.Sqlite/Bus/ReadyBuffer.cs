namespace Pipeline.Sqlite.Bus;

/// <summary>
/// The messages of one source that are ready, in memory as far as they fit; the rest waits in the database, in order. Guarded by the
/// lock of
/// its source; grown on the writer's thread only, so that what it holds is always a beginning of what the database holds.
/// </summary>
internal sealed class ReadyBuffer
{
    /// <summary>The most messages kept ready.</summary>
    public const int MaxMessages = 2048;

    /// <summary>The most bytes kept ready.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private readonly Queue<StoredDelivery> _inOrder = [];
    private readonly PriorityQueue<StoredDelivery, long> _returned = new();
    private int _bytes;

    /// <summary>Whether the database holds ready messages after <see cref="LoadedThrough"/>.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>The number of the last message that came into memory.</summary>
    public long LoadedThrough { get; private set; }

    /// <summary>Whether a load is under way.</summary>
    public bool IsLoading { get; set; }

    /// <summary>How many messages are ready in memory.</summary>
    public int Count => _inOrder.Count + _returned.Count;

    /// <summary>Whether more should be loaded now: before the last is taken, so that receivers seldom wait for it.</summary>
    public bool ShouldLoad => IsBehind && !IsLoading && _inOrder.Count <= MaxMessages / 4 && _bytes <= MaxBytes / 4;

    /// <summary>Messages from before the start wait in the database.</summary>
    public void StartBehind() => IsBehind = true;

    /// <summary>A message was committed. Kept if all before it are and there is room; a load may have brought it already.</summary>
    public void Add(StoredDelivery delivery)
    {
        if (delivery.Sequence <= LoadedThrough)
        {
            return;
        }

        if (IsBehind || _inOrder.Count >= MaxMessages || _bytes >= MaxBytes)
        {
            IsBehind = true;
            return;
        }

        Append(delivery);
    }

    /// <summary>Messages after <see cref="LoadedThrough"/> were read from the database.</summary>
    /// <param name="deliveries">The messages, in order.</param>
    /// <param name="all">Whether these were all.</param>
    public void Load(IReadOnlyList<StoredDelivery> deliveries, bool all)
    {
        foreach (var delivery in deliveries)
        {
            Append(delivery);
        }

        (IsBehind, IsLoading) = (!all, false);
    }

    /// <summary>A message that was locked is ready again; it comes before those with higher numbers.</summary>
    public void Return(StoredDelivery delivery) => _returned.Enqueue(delivery, delivery.Sequence);

    /// <summary>Takes the message with the lowest number; null when none is ready in memory.</summary>
    public StoredDelivery? Take()
    {
        if (_returned.TryPeek(out var returned, out var number)
            && (!_inOrder.TryPeek(out var first) || number < first.Sequence))
        {
            _returned.Dequeue();
            return returned;
        }

        if (!_inOrder.TryDequeue(out var next))
        {
            return null;
        }

        _bytes -= next.Message.Size;
        return next;
    }

    private void Append(StoredDelivery delivery)
    {
        _inOrder.Enqueue(delivery);
        _bytes += delivery.Message.Size;
        LoadedThrough = delivery.Sequence;
    }
}
