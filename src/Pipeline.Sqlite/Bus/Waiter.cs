namespace Pipeline.Sqlite.Bus;

/// <summary>A receiver that waits for a message, for a time limit or for its cancellation.</summary>
internal sealed class Waiter : IDisposable
{
    private readonly TaskCompletionSource<bool> _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer? _limit;
    private readonly CancellationTokenRegistration _cancellation;

    public Waiter(TimeSpan maxWait, TimeProvider clock, CancellationToken cancellationToken)
    {
        _limit = maxWait == Timeout.InfiniteTimeSpan
            ? null
            : clock.CreateTimer(
                static waiter => ((Waiter)waiter!)._woken.TrySetResult(false), this, maxWait, Timeout.InfiniteTimeSpan);
        _cancellation = cancellationToken.UnsafeRegister(
            static (waiter, token) => ((Waiter)waiter!)._woken.TrySetCanceled(token), this);
    }

    /// <summary>True when there may be a message; false when the time is up.</summary>
    public Task<bool> Woken => _woken.Task;

    /// <summary>Wakes it; false when its wait was over already.</summary>
    public bool TryWake() => _woken.TrySetResult(true);

    /// <summary>The bus was closed.</summary>
    public void Close() => _woken.TrySetException(new ObjectDisposedException(nameof(SqliteBus)));

    public void Dispose()
    {
        _limit?.Dispose();
        _cancellation.Dispose();
    }
}
