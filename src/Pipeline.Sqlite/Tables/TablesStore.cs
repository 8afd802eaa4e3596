using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>What writing rows needs. Used on the writer's thread only, but for <see cref="TableCatalog.Find"/>.</summary>
internal sealed class TablesStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly EntityTable _entities;
    private readonly Action<string, string> _changed;

    /// <summary>Reads what was written lately.</summary>
    public TablesStore(SqliteConnection connection, Action<string, string> changed, long recentBytes = RecentChanges.DefaultFullSize)
    {
        _connection = connection;
        _changed = changed;
        _entities = new EntityTable(connection);
        Catalog = new TableCatalog(connection);
        Versions = new NumberSeries(connection, "version");
        Changes = new RecentChanges(connection, _entities, recentBytes);
    }

    /// <summary>What follows each transaction.</summary>
    public IReadOnlyList<ITransactionPart> Parts => [Catalog, Versions, Changes];

    /// <summary>The names of the tables.</summary>
    public TableCatalog Catalog { get; }

    /// <summary>The rows, as they are written.</summary>
    public RecentChanges Changes { get; }

    /// <summary>The versions of rows.</summary>
    public NumberSeries Versions { get; }

    /// <summary>Tells that a partition changed.</summary>
    public void OnChanged(string table, string partitionKey) => _changed(table, partitionKey);

    /// <summary>Brings every row to its place, if there is room for it; else the log keeps it. The writer must have ended.</summary>
    public void PlaceAll()
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        try
        {
            Changes.PlaceAll();
            transaction.Commit();
        }
        catch (SqliteException)
        {
            // Nothing is lost: the next start reads the log again.
            transaction.Rollback();
        }
    }

    /// <summary>Brings every row to its place and writes the file anew. On the writer's thread, outside of a transaction.</summary>
    public void Compact()
    {
        using (var transaction = _connection.BeginTransaction(deferred: false))
        {
            Changes.PlaceAll();
            transaction.Commit();
        }

        Changes.Placed();
        Compaction.Run(_connection);
    }

    public void Dispose()
    {
        Catalog.Dispose();
        Changes.Dispose();
        _entities.Dispose();
        Versions.Dispose();
    }
}
