using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>
/// The rows that were written lately. They are in memory and in the log, both when their commit is over; to their places in the database
/// they go later, many at once and in the order in which they lie there, so that a row that is written over and over (a head, an
/// assignment) goes there once, and a commit writes one stretch of the file instead of a page here and a page there. Readers look here first.
/// <para>
/// There are two generations: the newer one takes what is written; the older one, full, goes to its places, some rows with each commit.
/// The log keeps both until then, and reading it again after a crash makes them again.
/// </para>
/// </summary>
internal sealed class RecentChanges : ITransactionPart, IDisposable
{
    /// <summary>
    /// When a generation is full, in bytes. Some ten thousand rows, a few seconds of full load: most conversations are quiet again before
    /// their rows go.
    /// </summary>
    public const long DefaultFullSize = 12 * 1024 * 1024;

    // For each row written so many go to their places, so that the older generation has gone long before the newer one is full.
    private const int Pace = 3;

    private const int FewestPlaced = 16;
    private const int LogRowsRemoved = 8;

    private readonly Lock _gate = new();
    private readonly EntityTable _entities;
    private readonly long _fullSize;
    private readonly ChangeLog _log;
    private readonly List<RowChange> _pending = [];
    private readonly Dictionary<(int Table, string PartitionKey, string RowKey), RowChange> _pendingRows = [];
    private ChangedRows _newer = new();
    private ChangedRows _older = new();

    // The older generation in the order of the disk, and how many of its rows were placed: durably, and in this transaction.
    private List<RowChange> _leaving = [];
    private (int Durable, int Now) _placed;

    // Numbers of log rows: the last one written, the last one of the older generation, the last one no longer needed, the last one removed.
    private long _logged;
    private long _loggedOlder;
    private long _needless;
    private (long Durable, long Now) _removed;

    /// <summary>Reads again what the log holds.</summary>
    public RecentChanges(SqliteConnection connection, EntityTable entities, long fullSize)
    {
        _entities = entities;
        _fullSize = fullSize;
        _log = new ChangeLog(connection);
        foreach (var (number, changes) in _log.Read())
        {
            if (_logged == 0)
            {
                _needless = number - 1;
                _removed = (_needless, _needless);
            }

            _logged = number;
            foreach (var change in changes)
            {
                _newer.Put(change);
            }
        }
    }

    /// <summary>How a row was last written; null when it was not lately. For readers, on any thread.</summary>
    public RowChange? Find(int table, string partitionKey, string rowKey)
    {
        lock (_gate)
        {
            return _newer.Find(table, partitionKey, rowKey) ?? _older.Find(table, partitionKey, rowKey);
        }
    }

    /// <summary>The rows of a range that were written lately, in order, and what the database held at the same moment.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="from">The first key.</param>
    /// <param name="before">The key to stop before; null for the end of the partition.</param>
    /// <param name="open">Begins to read the database: no row goes to its place before it has.</param>
    public RowChange[] Range(int table, string partitionKey, string from, string? before, Action open)
    {
        lock (_gate)
        {
            open();
            var newer = _newer.Range(table, partitionKey, from, before);
            var older = _older.Range(table, partitionKey, from, before);
            return older.IsEmpty ? newer.ToArray() : newer.IsEmpty ? older.ToArray() : Merge(newer, older);
        }
    }

    /// <summary>The first rows of a table after a place that were written lately, in order, and what the database held at the same moment.</summary>
    /// <param name="table">The table.</param>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="fewest">At least so many, if there are.</param>
    /// <param name="open">Begins to read the database: no row goes to its place before it has.</param>
    /// <returns>The rows, and the partition after which there may be more; null when there are none.</returns>
    public (RowChange[] Rows, string? Until) After(int table, (string PartitionKey, string RowKey)? after, int fewest, Action open)
    {
        lock (_gate)
        {
            open();
            var (newer, newerUntil) = _newer.After(table, after, fewest);
            var (older, olderUntil) = _older.After(table, after, fewest);
            var until = newerUntil is null ? olderUntil
                : olderUntil is null || string.CompareOrdinal(newerUntil, olderUntil) < 0 ? newerUntil : olderUntil;
            var rows = Merge(CollectionsMarshal.AsSpan(newer), CollectionsMarshal.AsSpan(older));

            // Beyond the end of the shorter of the two lists, only one of the two generations would be heard.
            return (until is null ? rows : [.. rows.TakeWhile(row => string.CompareOrdinal(row.PartitionKey, until) <= 0)], until);
        }
    }

    /// <summary>The version of a row as this transaction sees it; null when it is not there. On the writer's thread.</summary>
    public long? Version(int table, string partitionKey, string rowKey, ReadOnlySpan<byte> key)
    {
        var change = _pendingRows.GetValueOrDefault((table, partitionKey, rowKey))
            ?? _newer.Find(table, partitionKey, rowKey)
            ?? _older.Find(table, partitionKey, rowKey);
        return change is null ? _entities.Version(key) : change.Properties is null ? null : change.Version;
    }

    /// <summary>Writes a row, within the transaction.</summary>
    public void Put(RowChange change)
    {
        _pending.Add(change);
        _pendingRows[(change.Table, change.PartitionKey, change.RowKey)] = change;
    }

    /// <summary>
    /// Brings everything to its place and empties the log, within a transaction. On the writer's thread, or after its end.
    /// </summary>
    public void PlaceAll()
    {
        Place(int.MaxValue);
        _newer.InOrder().ForEach(Place);
        _log.Clear();
    }

    /// <summary>Notes that <see cref="PlaceAll"/> is durable, while the writer goes on: everything is at its place, and the log is empty.</summary>
    public void Placed()
    {
        lock (_gate)
        {
            (_older, _newer) = (new ChangedRows(), new ChangedRows());
        }

        _leaving = [];
        _placed = (0, 0);
        (_loggedOlder, _needless, _removed) = (_logged, _logged, (_logged, _logged));
    }

    /// <inheritdoc/>
    public void BeforeCommit()
    {
        if (_pending.Count > 0)
        {
            _log.Append(_logged + 1, _pending);
        }

        Place(FewestPlaced + (Pace * _pending.Count));
        for (var row = 0; row < LogRowsRemoved && _removed.Now < _needless; row++)
        {
            _log.Remove(++_removed.Now);
        }
    }

    /// <inheritdoc/>
    public void Committed()
    {
        _placed.Durable = _placed.Now;
        _removed.Durable = _removed.Now;
        _logged += _pending.Count > 0 ? 1 : 0;
        lock (_gate)
        {
            foreach (var change in _pending)
            {
                _newer.Put(change);
            }
        }

        Forget();
        if (_placed.Now == _leaving.Count)
        {
            _needless = Math.Max(_needless, _loggedOlder);
            Turn();
        }
    }

    /// <inheritdoc/>
    public void RolledBack()
    {
        _placed.Now = _placed.Durable;
        _removed.Now = _removed.Durable;
        Forget();
    }

    public void Dispose() => _log.Dispose();

    private static RowChange[] Merge(ReadOnlySpan<RowChange> newer, ReadOnlySpan<RowChange> older)
    {
        var merged = new List<RowChange>(newer.Length + older.Length);
        while (!newer.IsEmpty || !older.IsEmpty)
        {
            var order = newer.IsEmpty ? 1 : older.IsEmpty ? -1 : Order(newer[0], older[0]);
            merged.Add(order <= 0 ? newer[0] : older[0]);
            older = order >= 0 ? older[1..] : older;
            newer = order <= 0 ? newer[1..] : newer;
        }

        return [.. merged];
    }

    private static int Order(RowChange left, RowChange right)
    {
        var order = string.CompareOrdinal(left.PartitionKey, right.PartitionKey);
        return order != 0 ? order : string.CompareOrdinal(left.RowKey, right.RowKey);
    }

    // The older generation has gone; the newer one takes its place once it is full.
    private void Turn()
    {
        var isFull = _newer.Size >= _fullSize;
        if (_older.IsEmpty && !isFull)
        {
            return;
        }

        lock (_gate)
        {
            (_older, _newer) = isFull ? (_newer, new ChangedRows()) : (new ChangedRows(), _newer);
        }

        // The older generation changes no more: it is put in order while others read it.
        _leaving = _older.InOrder();
        _placed = (0, 0);
        _loggedOlder = isFull ? _logged : _loggedOlder;
    }

    private void Place(int most)
    {
        while (most > 0 && _placed.Now < _leaving.Count)
        {
            var change = _leaving[_placed.Now++];

            // What was written again goes later, as it is by then.
            if (_newer.Find(change.Table, change.PartitionKey, change.RowKey) is null)
            {
                Place(change);
                most--;
            }
        }
    }

    private void Place(RowChange change)
    {
        var key = RowKeys.Of(change.Table, change.PartitionKey, change.RowKey);
        if (change.Properties is null)
        {
            _entities.Delete(key);
        }
        else
        {
            _entities.Put(key, change.Version, change.Properties);
        }
    }

    private void Forget()
    {
        _pending.Clear();
        _pendingRows.Clear();
    }
}
