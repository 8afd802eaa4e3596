namespace Pipeline.Sqlite.Storage;

/// <summary>Something the writer's thread does for a caller who awaits it.</summary>
internal abstract class WriterOperation
{
    /// <summary>Whether <see cref="Execute"/> writes; an operation that only reads does so in <see cref="Complete"/>.</summary>
    public virtual bool Writes => true;

    /// <summary>Writes, within the transaction of the group. Called again, alone, when the group failed.</summary>
    public virtual void Execute()
    {
    }

    /// <summary>Called after the commit: makes the result and wakes the caller.</summary>
    public abstract void Complete();

    /// <summary>Called when nothing was written: gives the caller the reason.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>An operation with a result.</summary>
/// <typeparam name="T">The result.</typeparam>
internal abstract class WriterOperation<T> : WriterOperation
{
    // The caller goes on elsewhere: the writer's thread only writes.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the operation is durable or has failed.</summary>
    public Task<T> Done => _done.Task;

    /// <inheritdoc/>
    public sealed override void Complete()
    {
        try
        {
            _done.TrySetResult(Committed());
        }
#pragma warning disable CA1031 // Whatever failed belongs to the caller of this operation, never to the writer and its other callers.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _done.TrySetException(exception);
        }
    }

    /// <inheritdoc/>
    public sealed override void Fail(Exception exception)
    {
        Failed();
        _done.TrySetException(exception);
    }

    /// <summary>After the commit, on the writer's thread: the result, or what the caller should be told instead.</summary>
    protected abstract T Committed();

    /// <summary>Nothing was written, on the writer's thread: what was done in memory is taken back.</summary>
    protected virtual void Failed()
    {
    }
}
