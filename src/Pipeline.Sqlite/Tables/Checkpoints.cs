using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pipeline.Sqlite.Tables;

/// <summary>
/// Brings the pages of the write-ahead log to the database file beside the writer, on a thread and a connection of its own: left to the writer,
/// the commit at which it is due takes a third of a second, and everybody waits.
/// </summary>
internal sealed class Checkpoints : IDisposable
{
    // Under full load some ten megabytes of log gather meanwhile: pages that change often are written once.
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    // A log that never starts anew grows for ever. From so many pages on it is worth holding up the writer for the few that are left.
    private const int WorthRestarting = 500;

    // How long the writer waits for the end of a checkpoint, and a checkpoint for readers: far more than either takes.
    private const int WriterPatience = 30_000;
    private const int ReaderPatience = 200;

    private readonly SqliteConnection _connection;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    /// <summary>Starts.</summary>
    /// <param name="connection">A connection for this alone.</param>
    public Checkpoints(SqliteConnection connection)
    {
        _connection = connection;
        _ = raw.sqlite3_busy_timeout(connection.Handle!, ReaderPatience);
        _thread = new Thread(Run) { IsBackground = true, Name = "checkpoints" };
        _thread.Start();
    }

    /// <summary>Has a writer wait for the end of a checkpoint instead of failing.</summary>
    public static void LetPass(SqliteConnection writer) => _ = raw.sqlite3_busy_timeout(writer.Handle!, WriterPatience);

    /// <summary>Stops, after the checkpoint that may be under way.</summary>
    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        while (!_stop.Wait(Every))
        {
            // First what can be brought while others write; then, while nobody does, the little that came meanwhile.
            // One that fails or meets a reader is made up for by the next, and in the end by the writer itself.
            var database = _connection.Handle!;
            if (raw.sqlite3_wal_checkpoint_v2(database, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out _) == raw.SQLITE_OK
                && pages >= WorthRestarting)
            {
                _ = raw.sqlite3_wal_checkpoint_v2(database, "main", raw.SQLITE_CHECKPOINT_RESTART, out _, out _);
            }
        }
    }
}
