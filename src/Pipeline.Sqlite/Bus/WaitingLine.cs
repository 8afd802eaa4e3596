namespace Pipeline.Sqlite.Bus;

/// <summary>The receivers that wait on one source, first come first served. Guarded by the lock of its source.</summary>
internal sealed class WaitingLine
{
    private readonly LinkedList<Waiter> _waiters = [];

    /// <summary>A receiver waits.</summary>
    public void Join(Waiter waiter) => _waiters.AddLast(waiter);

    /// <summary>A receiver waits no more.</summary>
    public void Leave(Waiter waiter) => _waiters.Remove(waiter);

    /// <summary>Wakes so many, passing over those whose wait is over already.</summary>
    public void Wake(int count)
    {
        while (count > 0 && _waiters.First is { } first)
        {
            _waiters.RemoveFirst();
            count -= first.Value.TryWake() ? 1 : 0;
        }
    }

    /// <summary>Turns all away.</summary>
    public void Close()
    {
        foreach (var waiter in _waiters)
        {
            waiter.Close();
        }

        _waiters.Clear();
    }
}
