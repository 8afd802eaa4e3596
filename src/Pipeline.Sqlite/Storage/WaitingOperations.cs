namespace Pipeline.Sqlite.Storage;

/// <summary>
/// The operations that wait for the writer, in the order in which they came. The writer takes all of them under one lock, and is woken once
/// for as many as come while it sleeps.
/// </summary>
internal sealed class WaitingOperations(int maxGroup)
{
    private readonly object _gate = new();
    private readonly Queue<WriterOperation> _operations = new();
    private bool _closed;

    /// <summary>Adds an operation; false after the close.</summary>
    public bool TryAdd(WriterOperation operation)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            _operations.Enqueue(operation);
            if (_operations.Count == 1)
            {
                Monitor.Pulse(_gate);
            }

            return true;
        }
    }

    /// <summary>Takes no more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Moves what waits into a group, sleeping until something does; false when it was closed and nothing is left.</summary>
    public bool Take(List<WriterOperation> group)
    {
        lock (_gate)
        {
            while (_operations.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            while (group.Count < maxGroup && _operations.TryDequeue(out var operation))
            {
                group.Add(operation);
            }

            return true;
        }
    }
}
