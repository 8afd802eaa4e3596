using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>
/// Duplicate detection of one queue or topic. The ids of one commit are one row, so remembering an id costs next to nothing; they are
/// looked up
/// in memory. Used on the writer's thread only.
/// </summary>
internal sealed class SentIds : ITransactionPart, IDisposable
{
    // Old rows go a few at a time, so that no commit waits for the sweeping.
    private const int SweepRows = 64;

    private readonly int _entity;
    private readonly TimeProvider _clock;
    private readonly IdHistory _history;
    private readonly HashSet<MessageIdHash> _pending = [];
    private readonly Statement _insert;
    private readonly Statement _oldest;
    private readonly Statement _delete;
    private readonly Statement _setBackRows;
    private byte[] _row = new byte[MessageIdHash.Bytes * 64];
    private DateTimeOffset _now;
    private DateTimeOffset? _sweepThrough;
    private bool _setBack;
    private long _next = 1;

    /// <summary>Reads the ids that are still within the window.</summary>
    public SentIds(SqliteConnection connection, int entity, TimeSpan window, TimeProvider clock)
    {
        _entity = entity;
        _clock = clock;
        _history = new IdHistory(window);
        _insert = new Statement(connection, "INSERT INTO sent (key, at, ids) VALUES (?, ?, ?)");
        _oldest = new Statement(connection, "SELECT key, at FROM sent WHERE key >= ? AND key < ? ORDER BY key LIMIT ?");
        _delete = new Statement(connection, "DELETE FROM sent WHERE key >= ? AND key <= ?");
        _setBackRows = new Statement(connection, "UPDATE sent SET at = ? WHERE key >= ? AND key < ? AND at > ?");
        _now = clock.GetUtcNow();
        Load(connection, _now - window);
    }

    /// <summary>Remembers an id, within a transaction; false when it was accepted already.</summary>
    public bool TryAdd(MessageIdHash id)
    {
        if (_pending.Count == 0)
        {
            _now = _clock.GetUtcNow();
            _setBack |= _history.NoticeSetBack(_now);
            _sweepThrough = _history.Forget(_now) ?? _sweepThrough;
        }

        return !_history.Contains(id) && _pending.Add(id);
    }

    /// <inheritdoc/>
    public void BeforeCommit()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var length = _pending.Count * MessageIdHash.Bytes;
        if (_row.Length < length)
        {
            _row = new byte[length * 2];
        }

        var at = 0;
        foreach (var id in _pending)
        {
            id.Write(_row.AsSpan(at));
            at += MessageIdHash.Bytes;
        }

        _insert.Bind(1, RowNumber.Of(_entity, _next)).Bind(2, _now.UtcTicks).Bind(3, _row.AsSpan(0, length)).Execute();
        if (_setBack)
        {
            // A commit that fails leaves rows of the future: they are set back when they are read next.
            _setBackRows.Bind(1, _now.UtcTicks).Bind(2, RowNumber.Of(_entity, 0)).Bind(3, RowNumber.After(_entity)).Bind(4, _now.UtcTicks)
                .Execute();
            _setBack = false;
        }

        if (_sweepThrough is { } through && !Sweep(through))
        {
            _sweepThrough = null;
        }
    }

    /// <inheritdoc/>
    public void Committed()
    {
        if (_pending.Count > 0)
        {
            _next++;
        }

        foreach (var id in _pending)
        {
            _history.Add(id, _now);
        }

        _pending.Clear();
    }

    /// <inheritdoc/>
    public void RolledBack() => _pending.Clear();

    public void Dispose()
    {
        _insert.Dispose();
        _oldest.Dispose();
        _delete.Dispose();
        _setBackRows.Dispose();
    }

    // Rows lie in the order of their times, so the first that is young enough ends it. Returns whether there may be more to sweep.
    private bool Sweep(DateTimeOffset through)
    {
        var (first, rows, last) = (RowNumber.Of(_entity, 0), 0, 0L);
        _oldest.Bind(1, first).Bind(2, RowNumber.After(_entity)).Bind(3, SweepRows);
        while (_oldest.Step())
        {
            if (_oldest.Integer(1) > through.UtcTicks)
            {
                _oldest.Reset();
                break;
            }

            (last, rows) = (_oldest.Integer(0), rows + 1);
        }

        if (rows > 0)
        {
            _delete.Bind(1, first).Bind(2, last).Execute();
        }

        return rows == SweepRows;
    }

    private void Load(SqliteConnection connection, DateTimeOffset since)
    {
        using var read = new Statement(connection, "SELECT key, at, ids FROM sent WHERE key >= ? AND key < ? ORDER BY key");
        read.Bind(1, RowNumber.Of(_entity, 0)).Bind(2, RowNumber.After(_entity));
        while (read.Step())
        {
            _next = RowNumber.Sequence(read.Integer(0)) + 1;
            var at = new DateTimeOffset(read.Integer(1), TimeSpan.Zero);
            if (at > _now)
            {
                (at, _setBack) = (_now, true);
            }

            if (at <= since)
            {
                _sweepThrough = at;
                continue;
            }

            var ids = read.Blob(2);
            for (var index = 0; index < ids.Length; index += MessageIdHash.Bytes)
            {
                _history.Add(MessageIdHash.Read(ids[index..]), at);
            }
        }
    }
}
