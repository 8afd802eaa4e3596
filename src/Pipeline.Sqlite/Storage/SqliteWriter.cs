using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pipeline.Sqlite.Storage;

/// <summary>
/// The one writer of a database: a thread that takes all operations that wait, runs them in one transaction, and commits once for all of
/// them, so that concurrent callers share the wait for the disk.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // Enough to share a commit widely; few enough that the first of a group does not wait long for the last.
    private const int MaxGroup = 512;

    // A commit costs the same for one operation and for fifty. Who comes while nothing happens does not wait at all.
    private static readonly long BetweenGroups = TimeProvider.System.TimestampFrequency / 500;

    private readonly WaitingOperations _waiting = new(MaxGroup);
    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<ITransactionPart> _parts;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private long _commits;

    /// <summary>Starts the thread. From now on only it uses the connection.</summary>
    public SqliteWriter(string name, SqliteConnection connection, IReadOnlyList<ITransactionPart> parts)
    {
        _connection = connection;
        _parts = parts;
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _rollback = new Statement(connection, "ROLLBACK");
        new Thread(Run) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>How many transactions were committed.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>Queues an operation.</summary>
    /// <exception cref="ObjectDisposedException">The writer was stopped.</exception>
    public Task<T> RunAsync<T>(WriterOperation<T> operation)
    {
        if (!TryPost(operation))
        {
            throw new ObjectDisposedException(nameof(SqliteWriter), "The embedded storage was closed.");
        }

        return operation.Done;
    }

    /// <summary>Queues an operation that nobody awaits; false when the writer was stopped.</summary>
    public bool TryPost(WriterOperation operation) => _waiting.TryAdd(operation);

    /// <summary>Takes no more operations, runs the waiting ones, and ends the thread. The connection is the caller's again.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Close();
        await _stopped.Task;
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
    }

    private void Run()
    {
        var group = new List<WriterOperation>(MaxGroup);
        var notBefore = 0L;
        while (_waiting.Take(group, notBefore))
        {
            notBefore = TimeProvider.System.GetTimestamp() + BetweenGroups;
            RunGroup(group);
            group.Clear();
        }

        _stopped.SetResult();
    }

    private void RunGroup(List<WriterOperation> group)
    {
        if (TryCommit(group) is not { } failure)
        {
            return;
        }

        if (group.Count == 1)
        {
            group[0].Fail(failure);
            return;
        }

        // One of them may be to blame, and the others shall not suffer: each tries alone.
        foreach (var operation in group)
        {
            if (TryCommit([operation]) is { } own)
            {
                operation.Fail(own);
            }
        }
    }

    private Exception? TryCommit(List<WriterOperation> group)
    {
        try
        {
            if (group.Exists(static operation => operation.Writes))
            {
                Write(group);
            }
        }
#pragma warning disable CA1031 // Whatever stopped the transaction (a full disk, most likely) goes to the callers; the writer lives on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            RollBack();
            return StorageFailure.Of(exception);
        }

        foreach (var operation in group)
        {
            operation.Complete();
        }

        return null;
    }

    private void Write(List<WriterOperation> group)
    {
        _begin.Execute();
        foreach (var operation in group)
        {
            operation.Execute();
        }

        foreach (var part in _parts)
        {
            part.BeforeCommit();
        }

        _commit.Execute();
        Interlocked.Increment(ref _commits);
        foreach (var part in _parts)
        {
            part.Committed();
        }
    }

    private void RollBack()
    {
        // Some failures (a full disk) have taken the transaction back already.
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.Execute();
        }

        foreach (var part in _parts)
        {
            part.RolledBack();
        }
    }
}
