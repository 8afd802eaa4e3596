using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>The numbers that stand for the names of tables in keys. Names are compared without regard to case, as in Azure.</summary>
internal sealed class TableCatalog : ITransactionPart, IDisposable
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _added = [];
    private readonly Statement _add;

    public TableCatalog(SqliteConnection connection)
    {
        using var read = new Statement(connection, "SELECT number, name FROM name");
        while (read.Step())
        {
            _numbers[read.Text(1)] = (int)read.Integer(0);
        }

        _add = new Statement(connection, "INSERT INTO name (number, name) VALUES (?, ?)");
    }

    /// <summary>The number of a table; null when nothing was ever written to it.</summary>
    public int? Find(string table) => _numbers.TryGetValue(table, out var number) ? number : null;

    /// <summary>The number of a table, a new one if need be, within a transaction.</summary>
    public int Number(string table)
    {
        if (Find(table) is { } known)
        {
            return known;
        }

        var number = _numbers.Count + 1;
        _add.Bind(1, number).Bind(2, table).Execute();
        _numbers[table] = number;
        _added.Add(table);
        return number;
    }

    /// <inheritdoc/>
    public void BeforeCommit()
    {
    }

    /// <inheritdoc/>
    public void Committed() => _added.Clear();

    /// <inheritdoc/>
    public void RolledBack()
    {
        foreach (var table in _added)
        {
            _numbers.TryRemove(table, out _);
        }

        _added.Clear();
    }

    public void Dispose() => _add.Dispose();
}
