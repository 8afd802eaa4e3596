using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>The file of the bus.</summary>
internal static class BusSchema
{
    /// <summary>
    /// The layout. A <c>key</c> is the number of a queue or subscription in the upper 16 bits and a sequence number below, so that the
    /// rows of one
    /// lie together, in order. <c>delivery</c> holds what waits or is locked; the payload of a message that several subscriptions got
    /// stands once in
    /// <c>shared</c>. <c>sent</c> holds the ids for duplicate detection, those of one commit in one row.
    /// One connection uses the file, so its log needs no shared memory.
    /// </summary>
    public static DatabaseSchema Schema { get; } = new(
        "bus.db",
        ApplicationId: 0x50_4C_42_53,
        Version: 1,
        """
        PRAGMA page_size = 8192;
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA secure_delete = FAST;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -16000;
        """,
        $"""
        {NumberSeries.Table}
        CREATE TABLE source (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
            active INTEGER NOT NULL DEFAULT 0, scheduled INTEGER NOT NULL DEFAULT 0, dead INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE delivery (key INTEGER PRIMARY KEY, count INTEGER NOT NULL, payload BLOB);
        CREATE TABLE shared (sequence INTEGER PRIMARY KEY, payload BLOB NOT NULL);
        CREATE TABLE scheduled (
            due INTEGER NOT NULL, sequence INTEGER NOT NULL, targets BLOB NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (due, sequence)) WITHOUT ROWID;
        CREATE TABLE dead (
            key INTEGER PRIMARY KEY, count INTEGER NOT NULL, reason TEXT NOT NULL, description TEXT NOT NULL, payload BLOB NOT NULL);
        CREATE TABLE run (number INTEGER PRIMARY KEY, closed INTEGER NOT NULL);
        CREATE TABLE sent (key INTEGER PRIMARY KEY, at INTEGER NOT NULL, ids BLOB NOT NULL);
        """);
}
