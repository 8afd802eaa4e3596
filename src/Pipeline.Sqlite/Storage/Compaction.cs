using Microsoft.Data.Sqlite;
using Pipeline.Ports;

namespace Pipeline.Sqlite.Storage;

/// <summary>
/// Writes a database file anew, with what is there and nothing else, and empties its log. What SQLite deletes stays in free pages, in the rest of
/// pages, and in the log, until their place is used again.
/// </summary>
internal static class Compaction
{
    private const string LogSuffix = "-wal";

    /// <summary>Compacts. No transaction may be open on the connection.</summary>
    public static void Run(SqliteConnection connection)
    {
        Database.Execute(connection, "VACUUM");

        // The log holds the pages of the new file now, and older ones behind them: all goes to the file, and the log is cut to nothing.
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var reader = command.ExecuteReader();
        if (reader.Read() && reader.GetInt64(0) != 0)
        {
            throw new StorageUnavailableException("The log could not be emptied: somebody reads from it. Compact again.");
        }
    }

    /// <summary>The size of a file with its log.</summary>
    public static long Bytes(string path) => Length(path) + Length(path + LogSuffix);

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
