using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>What writing rows needs. Used on the writer's thread only, but for <see cref="TableCatalog.Find"/>.</summary>
internal sealed class TablesStore(SqliteConnection connection, Action<string, string> changed) : IDisposable
{
    /// <summary>The names of the tables.</summary>
    public TableCatalog Catalog { get; } = new(connection);

    /// <summary>The rows.</summary>
    public EntityTable Entities { get; } = new(connection);

    /// <summary>The versions of rows.</summary>
    public NumberSeries Versions { get; } = new(connection, "version");

    /// <summary>Tells that a partition changed.</summary>
    public void OnChanged(string table, string partitionKey) => changed(table, partitionKey);

    public void Dispose()
    {
        Catalog.Dispose();
        Entities.Dispose();
        Versions.Dispose();
    }
}
