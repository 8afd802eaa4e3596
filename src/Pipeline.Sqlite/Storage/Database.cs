using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Pipeline.Sqlite.Storage;

/// <summary>Opens a database file for writing, after making sure that it is ours and of this version.</summary>
internal static class Database
{
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const string LogSuffix = "-wal";

    // Read through in about a second.
    private const long AlwaysCheckedBytes = 256L * 1024 * 1024;

    /// <summary>Opens the file, making it if it is not there.</summary>
    /// <exception cref="DataFolderException">The file is not ours, of another version, damaged, or cannot be written.</exception>
    public static SqliteConnection Open(DataFolder folder, DatabaseSchema schema)
    {
        var path = folder.FilePath(schema.FileName);
        var isUnclean = File.Exists(path + LogSuffix);
        LookThroughLog(folder, path);
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Open();
            Verify(connection, schema, path);
            if (isUnclean || new FileInfo(path).Length <= AlwaysCheckedBytes)
            {
                Check(connection, path);
            }

            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new DataFolderException(Explain(exception, path), exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite goes on with what comes before a damaged frame. That is right, and somebody must be told.
    private static void LookThroughLog(DataFolder folder, string path)
    {
        try
        {
            if (WriteAheadLog.CountUnreadable(path + LogSuffix) is > 0 and var transactions)
            {
                folder.Report(
                    $"{path}{LogSuffix}: its last {transactions} transaction(s) could not be read. They were damaged, or were being written "
                    + "when the process was killed; all before them are kept.");
            }
        }
        catch (InvalidDataException exception)
        {
            throw new DataFolderException(
                $"{path}{LogSuffix} is damaged at its beginning, and what it holds can't be read. Restore it from a backup, "
                + "or move this one file away to start without what was written last.",
                exception);
        }
    }

    // Of large files only after a run that did not end properly: it reads all of the file.
    private static void Check(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is not "ok")
        {
            throw new DataFolderException(Damaged(path));
        }
    }

    /// <summary>Opens one more connection that only reads.</summary>
    public static SqliteConnection OpenReader(DataFolder folder, DatabaseSchema schema)
    {
        var connection = Connect(folder.FilePath(schema.FileName), SqliteOpenMode.ReadWrite);
        connection.Open();
        Execute(connection, "PRAGMA query_only = ON; PRAGMA cache_size = -2000;");
        return connection;
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // The text is always a constant of this assembly.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    // Without pooling a closed connection really lets go of the file.
    private static SqliteConnection Connect(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());

    private static void Verify(SqliteConnection connection, DatabaseSchema schema, string path)
    {
        Identify(connection, schema, path);
        // A file that is write-protected opens all the same, and would fail at the first write only.
        Execute(connection, "BEGIN IMMEDIATE; ROLLBACK;");
    }

    private static void Identify(SqliteConnection connection, DatabaseSchema schema, string path)
    {
        var (application, version) = (Scalar(connection, "PRAGMA application_id"), Scalar(connection, "PRAGMA user_version"));
        if (application == 0 && version == 0 && Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            Execute(connection, schema.Pragmas);
            Execute(
                connection,
                $"BEGIN; {schema.Tables} PRAGMA application_id = {schema.ApplicationId}; PRAGMA user_version = {schema.Version}; COMMIT;");
            return;
        }

        if (application != schema.ApplicationId)
        {
            throw new DataFolderException($"{path} is a database of another program. Move it away, or choose another data folder.");
        }

        if (version == schema.Version - 1 && schema.Upgrade is { } upgrade)
        {
            Execute(connection, $"BEGIN; {upgrade} PRAGMA user_version = {schema.Version}; COMMIT;");
            version = schema.Version;
        }

        if (version != schema.Version)
        {
            throw new DataFolderException(
                $"{path} has the layout of version {version}, and this program reads version {schema.Version}. "
                + "Use the program that wrote it, or choose another data folder.");
        }

        Execute(connection, schema.Pragmas);
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string Damaged(string path) =>
        $"{path} is damaged. Restore it from a backup, or move it away to start with an empty one.";

    private static string Explain(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        NotADatabase => $"{path} is not a SQLite database. Move it away, or choose another data folder.",
        Corrupt => Damaged(path),
        _ => $"{path} cannot be opened: {exception.Message} "
            + "Make the file and its folder writable for this user, or choose another data folder.",
    };
}
