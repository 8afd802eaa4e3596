using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>
/// The changes that are durable and not yet at their places, those of one commit in one row, in order. It is a suffix of all that ever
/// happened: reading it again from any of its rows on ends with the same rows. Used on the writer's thread only.
/// </summary>
internal sealed class ChangeLog : IDisposable
{
    /// <summary>The table of the log.</summary>
    public const string Table = "CREATE TABLE change (number INTEGER PRIMARY KEY, rows BLOB NOT NULL);";

    private readonly Statement _append;
    private readonly Statement _remove;
    private readonly Statement _clear;
    private readonly Statement _read;
    private readonly ByteWriter _writer = new();

    public ChangeLog(SqliteConnection connection)
    {
        _append = new Statement(connection, "INSERT INTO change (number, rows) VALUES (?, ?)");
        _remove = new Statement(connection, "DELETE FROM change WHERE number = ?");
        _clear = new Statement(connection, "DELETE FROM change");
        _read = new Statement(connection, "SELECT number, rows FROM change ORDER BY number");
    }

    /// <summary>Adds the changes of one commit.</summary>
    /// <param name="number">The number of the commit: above all before it.</param>
    /// <param name="changes">The changes, in the order in which they were made.</param>
    public void Append(long number, IReadOnlyList<RowChange> changes)
    {
        _writer.Clear();
        foreach (var change in changes)
        {
            _writer.Number((uint)change.Table);
            _writer.Text(change.PartitionKey);
            _writer.Text(change.RowKey);
            _writer.Fixed(change.Version);
            _writer.Number(change.Properties is null ? 0 : (uint)change.Properties.Length + 1);
            _writer.Bytes(change.Properties);
        }

        _append.Bind(1, number).Bind(2, _writer.Written).Execute();
    }

    /// <summary>Removes the changes of a commit: they, and all before them, are at their places.</summary>
    public void Remove(long number) => _remove.Bind(1, number).Execute();

    /// <summary>Removes everything.</summary>
    public void Clear() => _clear.Execute();

    /// <summary>Reads all that it holds.</summary>
    public IEnumerable<(long Number, IReadOnlyList<RowChange> Changes)> Read()
    {
        while (_read.Step())
        {
            yield return (_read.Integer(0), Decode(_read.Blob(1)));
        }
    }

    public void Dispose()
    {
        _append.Dispose();
        _remove.Dispose();
        _clear.Dispose();
        _read.Dispose();
    }

    private static List<RowChange> Decode(ReadOnlySpan<byte> bytes)
    {
        var changes = new List<RowChange>();
        var reader = new ByteReader(bytes);
        while (reader.Remaining > 0)
        {
            var table = (int)reader.Number();
            var (partitionKey, rowKey) = (reader.Text(), reader.Text());
            var version = reader.Fixed();
            var length = (int)reader.Number();
            changes.Add(new RowChange(table, partitionKey, rowKey, version, length == 0 ? null : reader.Bytes(length - 1).ToArray()));
        }

        return changes;
    }
}
