using Microsoft.Data.Sqlite;

namespace Pipeline.Sqlite.Storage;

/// <summary>
/// Numbers that only rise and are never given twice, not even after a crash: blocks of them are reserved in the database ahead of use,
/// so that a
/// number costs nothing. Used on the writer's thread only.
/// </summary>
internal sealed class NumberSeries : ITransactionPart, IDisposable
{
    /// <summary>The table that a database with number series has.</summary>
    public const string Table = "CREATE TABLE number (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;";

    private const long Block = 100_000;

    private readonly string _name;
    private readonly Statement _reserve;
    private long _next;
    private long _reserved;
    private long _committed;

    public NumberSeries(SqliteConnection connection, string name)
    {
        _name = name;
        using var read = new Statement(connection, "SELECT next FROM number WHERE name = ?");
        _next = read.Bind(1, name).Step() ? read.Integer(0) : 1;
        read.Reset();
        _reserved = _committed = _next;
        _reserve = new Statement(connection, "INSERT OR REPLACE INTO number (name, next) VALUES (?, ?)");
    }

    /// <summary>The number that <see cref="Next"/> gives next.</summary>
    public long Peek => _next;

    /// <summary>The next number, within a transaction.</summary>
    public long Next()
    {
        if (_next >= _reserved)
        {
            _reserved = _next + Block;
            _reserve.Bind(1, _name).Bind(2, _reserved).Execute();
        }

        return _next++;
    }

    /// <inheritdoc/>
    public void BeforeCommit()
    {
    }

    /// <inheritdoc/>
    public void Committed() => _committed = _reserved;

    /// <inheritdoc/>
    public void RolledBack() => _reserved = _committed;

    public void Dispose() => _reserve.Dispose();
}
