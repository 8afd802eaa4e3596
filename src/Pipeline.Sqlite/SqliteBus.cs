using Microsoft.Data.Sqlite;
using Pipeline.Ports;
using Pipeline.Sqlite.Bus;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite;

/// <summary>
/// The bus in one file of a data folder: queues, topics with filtered subscriptions, peek-lock, duplicate detection, schedules, dead
/// letters.
/// A send or settlement that has completed is on the disk. Locks live in memory, for one process owns the folder: receiving writes nothing.
/// </summary>
public sealed class SqliteBus : IBus, IBusReceiver, IDeadLetters, IBusStatus, IScheduledMessages, IAsyncDisposable
{
    private const int MaxPage = 250;

    private readonly TimeProvider _clock;
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly BusStore _store;
    private readonly BusWiring _wiring;
    private readonly Scheduling _scheduling;
    private readonly SqliteWriter _writer;
    private readonly Receiving _receiving;
    private bool _disposed;

    /// <summary>
    /// Opens the bus, making the file if it is not there. Queues that are no longer in the topology keep their messages, unseen.
    /// </summary>
    /// <exception cref="DataFolderException">The file is not ours, of another version, damaged, or cannot be written.</exception>
    public SqliteBus(DataFolder folder, BusTopology topology, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(topology);
        _clock = clock;
        _path = folder.FilePath(BusSchema.Schema.FileName);
        _connection = Database.Open(folder, BusSchema.Schema);
        Database.Execute(_connection, "BEGIN IMMEDIATE");
        var run = BusRun.Start(_connection);
        _store = new BusStore(_connection, BusWiring.Names(topology), clock);
        Database.Execute(_connection, "COMMIT");
        _wiring = new BusWiring(_connection, _store, topology, clock);
        _scheduling = new Scheduling(_store, clock);
        var (countBefore, firstDue) = (run.AfterCrash ? _store.Sequence.Peek : 0, _store.FirstDue());
        HashSet<int> behind = [.. Sources.All.Select(source => source.Number).Where(number => _store.Sources.Read(number).Active > 0)];
        _writer = new SqliteWriter("bus", _connection, [.. _wiring.Sent, _store.Sources, _store.Sequence]);
        _receiving = new Receiving(_store, _writer, _scheduling, new LockTokens(run.Number), countBefore, clock);
        foreach (var source in Sources.All)
        {
            source.Start(behind.Contains(source.Number), countBefore, _receiving.Expire);
        }

        _scheduling.Start(_writer, Sources, firstDue);
    }

    /// <summary>
    /// How many transactions were committed since the start: beside the number of sends and settlements it tells how well they share.
    /// </summary>
    public long Commits => _writer.Commits;

    private SourceMap Sources => _wiring.Sources;

    /// <inheritdoc/>
    public async Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        var target = _wiring.Entity(entity);
        ArgumentNullException.ThrowIfNull(messages);
        cancellationToken.ThrowIfCancellationRequested();
        if (messages.Count == 0)
        {
            return;
        }

        var now = _clock.GetUtcNow();
        var outgoing = new Outgoing[messages.Count];
        for (var index = 0; index < outgoing.Length; index++)
        {
            var message = messages[index];
            BusLimits.Check(message);
            outgoing[index] = new Outgoing(
                MessageIdHash.Of(message.Id),
                target.Targets(message.Properties),
                message.ScheduledFor > now ? message.ScheduledFor : null,
                StoredMessage.Of(message, now));
        }

        await _writer.RunAsync(new SendOperation(_store, target, outgoing, _scheduling, Sources)).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string source, int maxMessages, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        return _receiving.ReceiveAsync(Sources.Named(source), maxMessages, maxWait, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SettleAsync(string source, IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken)
    {
        var from = Sources.Named(source);
        ArgumentNullException.ThrowIfNull(settlements);
        cancellationToken.ThrowIfCancellationRequested();
        List<(Settlement, StoredDelivery)> items = new(settlements.Count);
        foreach (var settlement in settlements)
        {
            if (from.Release(settlement.LockToken) is { } delivery)
            {
                items.Add((settlement, delivery));
            }
        }

        if (items.Count > 0)
        {
            await _writer.RunAsync(new SettleOperation(_store, from, items)).WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(
        string source, long afterSequenceNumber, int maxMessages, CancellationToken cancellationToken)
    {
        var from = Sources.Named(source);
        ArgumentOutOfRangeException.ThrowIfNegative(afterSequenceNumber);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxMessages, MaxPage);
        _receiving.Expire(from);
        return RunAsync(null, () => _store.ListDead(from, afterSequenceNumber, maxMessages), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> ReplayAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken)
    {
        var from = Sources.Named(source);
        List<StoredDelivery> revived = [];
        return RunAsync(
            () =>
            {
                revived = [.. sequenceNumbers.Order().Select(number => _store.Revive(from, number)).OfType<StoredDelivery>()];
            },
            () =>
            {
                revived.ForEach(from.Add);
                return revived.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> PurgeAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken)
    {
        var from = Sources.Named(source);
        var purged = 0;
        return RunAsync(() => purged = sequenceNumbers.Count(number => _store.Purge(from, number)), () => purged, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken)
    {
        await _scheduling.ActivateDueAsync();
        foreach (var source in Sources.All)
        {
            _receiving.Expire(source);
        }

        return await RunAsync<IReadOnlyList<QueueDepth>>(
            null,
            () => [.. Sources.All.Select(source => _store.Sources.Read(source.Number).Of(source.Name))],
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(string conversationKey, CancellationToken cancellationToken) =>
        RunAsync(null, () => _store.CountScheduled(conversationKey), cancellationToken);

    /// <inheritdoc/>
    Task<int> IScheduledMessages.PurgeAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var purged = 0;
        return RunAsync(() => purged = _store.PurgeScheduled(conversationKey), () => purged, cancellationToken);
    }

    /// <summary>Writes the file anew with what is there: nothing that was settled or purged is left in it. Senders wait meanwhile.</summary>
    public async Task<CompactedFile> CompactAsync(CancellationToken cancellationToken)
    {
        var before = Compaction.Bytes(_path);
        await RunAsync(
            null,
            () =>
            {
                Compaction.Run(_connection);
                return true;
            },
            cancellationToken);
        return new(Path.GetFileName(_path), before, Compaction.Bytes(_path));
    }

    /// <summary>
    /// Turns receivers away, writes what waits, checkpoints and closes the file. What is locked is delivered again by the next run.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _scheduling.Dispose();
        await _writer.DisposeAsync();
        try
        {
            End();
        }
        finally
        {
            _wiring.Dispose();
            _store.Dispose();
            // Closing the last connection checkpoints the log and removes it.
            await _connection.DisposeAsync();
        }
    }

    // Without this the next run would take it that the process had crashed.
    private void End()
    {
        Database.Execute(_connection, "BEGIN IMMEDIATE");
        foreach (var source in Sources.All)
        {
            foreach (var delivery in source.Close())
            {
                _store.SaveCount(source, delivery);
            }
        }

        BusRun.End(_connection);
        Database.Execute(_connection, "COMMIT");
    }

    private Task<T> RunAsync<T>(Action? execute, Func<T> committed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _writer.RunAsync(new StoreOperation<T>(execute, committed)).WaitAsync(cancellationToken);
    }
}
