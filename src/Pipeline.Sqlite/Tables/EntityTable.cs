using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>The statements that write rows. Used on the writer's thread only.</summary>
internal sealed class EntityTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement _version = new(connection, "SELECT version FROM entity WHERE key = ?");
    private readonly Statement _put = new(
        connection,
        "INSERT INTO entity (key, version, properties) VALUES (?, ?, ?) "
        + "ON CONFLICT (key) DO UPDATE SET version = excluded.version, properties = excluded.properties");

    private readonly Statement _delete = new(connection, "DELETE FROM entity WHERE key = ?");

    /// <summary>The version of a row; null when it is not there.</summary>
    public long? Version(ReadOnlySpan<byte> key)
    {
        if (!_version.Bind(1, key).Step())
        {
            return null;
        }

        var version = _version.Integer(0);
        _version.Reset();
        return version;
    }

    /// <summary>Writes a row whole.</summary>
    public void Put(ReadOnlySpan<byte> key, long version, ReadOnlySpan<byte> properties) =>
        _put.Bind(1, key).Bind(2, version).Bind(3, properties).Execute();

    /// <summary>Removes a row.</summary>
    public void Delete(ReadOnlySpan<byte> key) => _delete.Bind(1, key).Execute();

    public void Dispose()
    {
        _version.Dispose();
        _put.Dispose();
        _delete.Dispose();
    }
}
