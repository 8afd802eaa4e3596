using Pipeline.Ports;

namespace Pipeline.Sqlite.Bus;

/// <summary>
/// What receivers share of one queue or subscription: the ready messages, the locks, and who waits. All of it in memory. Thread-safe.
/// </summary>
internal sealed class MessageSource(
    int number,
    string name,
    IReadOnlyList<int> siblings,
    TimeSpan lockDuration,
    int maxDeliveryCount,
    IReadOnlyList<PropertyFilter> filters,
    TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ReadyBuffer _ready = new();
    private readonly HeldLocks _locks = new();
    private readonly SuspectLane _suspects = new();
    private readonly WaitingLine _waiters = new();
    private LockTimer? _timer;
    private readonly long _started = clock.GetTimestamp();
    private bool _closed;

    /// <summary>The number in keys.</summary>
    public int Number => number;

    /// <summary>The name: a queue, or <c>topic/subscription</c>.</summary>
    public string Name => name;

    /// <summary>The numbers of all sources of the same topic, this one included: they share payloads.</summary>
    public IReadOnlyList<int> Siblings => siblings;

    /// <summary>After so many deliveries a message is dead-lettered.</summary>
    public int MaxDeliveryCount => maxDeliveryCount;

    private TimeSpan Elapsed => clock.GetElapsedTime(_started);

    /// <summary>Whether a message with these properties comes here.</summary>
    public bool Wants(IReadOnlyDictionary<string, string> properties) => PropertyFilter.AnyPasses(filters, properties);

    /// <summary>Begins.</summary>
    /// <param name="behind">Whether messages from before wait in the database.</param>
    /// <param name="suspectBelow">Messages below this number may have been delivered before a crash.</param>
    /// <param name="onExpiry">Called when locks have run out.</param>
    public void Start(bool behind, long suspectBelow, Action<MessageSource> onExpiry)
    {
        lock (_gate)
        {
            _suspects.Below = suspectBelow;
            _timer = new LockTimer(clock, () => onExpiry(this), UntilFirstExpiry);
            if (behind)
            {
                _ready.StartBehind();
            }
        }
    }

    /// <summary>A message was committed.</summary>
    public void Add(StoredDelivery delivery)
    {
        lock (_gate)
        {
            _ready.Add(delivery);
            _waiters.Wake(1);
        }
    }

    /// <summary>Where a load from the database goes on and how much it may bring; null when nothing needs to be loaded.</summary>
    public (long After, int Messages)? StartLoad()
    {
        lock (_gate)
        {
            return _ready.IsBehind && _ready.Count < ReadyBuffer.MaxMessages
                ? (_ready.LoadedThrough, ReadyBuffer.MaxMessages - _ready.Count)
                : null;
        }
    }

    /// <summary>Messages were read from the database.</summary>
    public void Load(IReadOnlyList<StoredDelivery> deliveries, bool all)
    {
        lock (_gate)
        {
            _ready.Load(deliveries, all);
            _waiters.Wake(deliveries.Count);
        }
    }

    /// <summary>A load ended without a result.</summary>
    public void EndLoad()
    {
        lock (_gate)
        {
            _ready.IsLoading = false;
        }
    }

    /// <summary>Takes and locks messages.</summary>
    /// <param name="maxMessages">The most to take.</param>
    /// <param name="tokens">Names the locks.</param>
    /// <param name="waiter">Who is woken when a message comes, if there is none now, nor in the database; null for nobody.</param>
    public Taken Take(int maxMessages, LockTokens tokens, Waiter? waiter)
    {
        var taken = new Taken();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteBus));
            if (_suspects.Take() is { } alone)
            {
                HandOut(alone, tokens, taken);
                return taken;
            }

            while (taken.Messages.Count < maxMessages && _ready.Take() is { } delivery)
            {
                if (delivery.Count >= maxDeliveryCount)
                {
                    taken.Exhausted.Add(delivery);
                }
                else if (_suspects.Suspects(delivery))
                {
                    _suspects.Add(delivery);
                }
                else
                {
                    HandOut(delivery, tokens, taken);
                }
            }

            if (taken.Messages.Count == 0 && _suspects.Take() is { } suspect)
            {
                HandOut(suspect, tokens, taken);
            }

            taken.IsBehind = _ready.IsBehind;
            taken.ShouldLoad = _ready.ShouldLoad;
            _ready.IsLoading |= taken.ShouldLoad;
            if (taken.Messages.Count == 0 && !taken.IsBehind && waiter is not null)
            {
                _waiters.Join(waiter);
            }
        }

        return taken;
    }

    /// <summary>Ends a lock; null when it has run out or never was.</summary>
    public StoredDelivery? Release(string token)
    {
        lock (_gate)
        {
            var released = _locks.Release(token, Elapsed);
            if (released is not null)
            {
                Clear(released);
            }

            return released;
        }
    }

    /// <summary>Ends the locks that have run out: their messages are ready again, or exhausted.</summary>
    public (IReadOnlyList<StoredDelivery> Ready, IReadOnlyList<StoredDelivery> Exhausted) Expire()
    {
        lock (_gate)
        {
            var now = Elapsed;
            if (_locks.FirstExpiry is not { } first || first > now)
            {
                return ([], []);
            }

            var expired = _locks.Expire(now);
            expired.ForEach(Clear);
            List<StoredDelivery> ready = [.. expired.Where(delivery => delivery.Count < maxDeliveryCount)];
            ready.ForEach(_ready.Return);
            _waiters.Wake(ready.Count);
            return (ready, [.. expired.Where(delivery => delivery.Count >= maxDeliveryCount)]);
        }
    }

    /// <summary>A message is ready again.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="counts">Whether the delivery that ended is one of those it may have.</param>
    public void Return(StoredDelivery delivery, bool counts = true)
    {
        lock (_gate)
        {
            delivery.Count = counts ? delivery.Count : Math.Max(0, delivery.Count - 1);
            _ready.Return(delivery);
            _waiters.Wake(1);
        }
    }

    /// <summary>
    /// Locks a message whose settlement could not be written, so that it is tried again later and not at once.
    /// </summary>
    /// <param name="token">Names the lock.</param>
    /// <param name="delivery">The message.</param>
    /// <param name="counts">Whether the delivery that ended is one of those it may have.</param>
    public void HoldAgain(string token, StoredDelivery delivery, bool counts = true)
    {
        lock (_gate)
        {
            delivery.Count = counts ? delivery.Count : Math.Max(0, delivery.Count - 1);
            Hold(token, delivery);
        }
    }

    /// <summary>A waiter goes; if it was woken and cannot use it, the next one is woken in its place.</summary>
    public void Leave(Waiter waiter, bool passOn)
    {
        lock (_gate)
        {
            _waiters.Leave(waiter);
            _waiters.Wake(passOn ? 1 : 0);
        }
    }

    /// <summary>Turns receivers away.</summary>
    /// <returns>The messages that were locked.</returns>
    public IReadOnlyList<StoredDelivery> Close()
    {
        lock (_gate)
        {
            _closed = true;
            _waiters.Close();
            return [.. _locks.Deliveries];
        }
    }

    public void Dispose() => _timer?.Dispose();

    private TimeSpan? UntilFirstExpiry()
    {
        lock (_gate)
        {
            return _locks.FirstExpiry - Elapsed;
        }
    }

    private void HandOut(StoredDelivery delivery, LockTokens tokens, Taken taken)
    {
        delivery.Count++;
        var token = tokens.Next();
        Hold(token, delivery);
        taken.Messages.Add((delivery, token));
    }

    private void Clear(StoredDelivery delivery)
    {
        if (_suspects.Clear(delivery))
        {
            _waiters.Wake(1);
        }
    }

    private void Hold(string token, StoredDelivery delivery)
    {
        _locks.Hold(token, delivery, Elapsed + lockDuration);
        _timer?.Arm(lockDuration);
    }
}
