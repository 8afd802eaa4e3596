using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>The file of the tables.</summary>
internal static class TablesSchema
{
    /// <summary>The layout. Every commit is on the disk when it returns; readers go on beside the writer.</summary>
    public static DatabaseSchema Schema { get; } = new(
        "tables.db",
        ApplicationId: 0x50_4C_54_42,
        Version: 1,
        """
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 8000;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -16000;
        """,
        $"""
        {NumberSeries.Table}
        CREATE TABLE name (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
        CREATE TABLE entity (key BLOB PRIMARY KEY, version INTEGER NOT NULL, properties BLOB NOT NULL) WITHOUT ROWID;
        """);
}
