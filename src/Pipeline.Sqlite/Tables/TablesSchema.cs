using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>The file of the tables.</summary>
internal static class TablesSchema
{
    /// <summary>
    /// The layout. Every commit is on the disk when it returns; readers go on beside the writer. A row is in <c>change</c> until it goes to
    /// its place in <c>entity</c>: see <see cref="RecentChanges"/>.
    /// </summary>
    public static DatabaseSchema Schema { get; } = new(
        "tables.db",
        ApplicationId: 0x50_4C_54_42,
        Version: 2,
        """
        PRAGMA page_size = 16384;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 16000;
        PRAGMA secure_delete = FAST;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -16000;
        """,
        $"""
        {NumberSeries.Table}
        CREATE TABLE name (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
        {ChangeLog.Table}
        CREATE TABLE entity (key BLOB PRIMARY KEY, version INTEGER NOT NULL, properties BLOB NOT NULL) WITHOUT ROWID;
        """,
        Upgrade: ChangeLog.Table);
}
