using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Pipeline.Benchmarks.Floor;

/// <summary>A bare loop that writes as many bytes a message as the path stores, as durably: WAL, synchronous=FULL, group commit.</summary>
internal static class BareSqlite
{
    /// <summary>What the line of output with the CPU seconds begins with.</summary>
    public const string Line = "Cpu: ";

    // As many as a full batch of the path (host.json, maxMessageBatchSize).
    private const int CommitEvery = 120;

    /// <summary>Writes the messages, and prints the CPU seconds that took.</summary>
    public static void Run(int bytes, int messages)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-floor-").FullName;
        TimeSpan used;
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "floor.db")};Pooling=False");
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE message (id INTEGER PRIMARY KEY, body BLOB)");
            using var process = Process.GetCurrentProcess();
            Write(connection, bytes, CommitEvery);
            process.Refresh();
            var before = process.TotalProcessorTime;
            Write(connection, bytes, messages);
            process.Refresh();
            used = process.TotalProcessorTime - before;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        // Last: who reads this line ends the process.
        Console.WriteLine(FormattableString.Invariant($"{Line}{used.TotalSeconds}"));
    }

    private static void Write(SqliteConnection connection, int bytes, int messages)
    {
        var body = new byte[bytes];
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO message (body) VALUES ($body)";
        insert.Parameters.AddWithValue("$body", body);
        for (var written = 0; written < messages; written += CommitEvery)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var index = 0; index < CommitEvery; index++)
            {
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
