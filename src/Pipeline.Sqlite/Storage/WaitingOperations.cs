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
    /// <param name="group">The group.</param>
    /// <param name="notBefore">The timestamp until which more may gather, unless the group is full or the last one.</param>
    public bool Take(List<WriterOperation> group, long notBefore)
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

            // The pulse of the first operation has been; who comes now does not pulse, and who closes does.
            var gather = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), notBefore);
            if (gather > TimeSpan.Zero && _operations.Count < maxGroup && !_closed)
            {
                Monitor.Wait(_gate, gather);
            }

            while (group.Count < maxGroup && _operations.TryDequeue(out var operation))
            {
                group.Add(operation);
            }

            return true;
        }
    }
}
