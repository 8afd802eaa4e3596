using Microsoft.Data.Sqlite;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Bus;

/// <summary>One run of the bus, from opening the file to closing it.</summary>
/// <param name="Number">The number of the run: no two are equal.</param>
/// <param name="AfterCrash">Whether the run before did not end properly.</param>
internal sealed record BusRun(long Number, bool AfterCrash)
{
    /// <summary>Starts a run, within a transaction.</summary>
    public static BusRun Start(SqliteConnection connection)
    {
        using var read = new Statement(connection, "SELECT number, closed FROM run");
        var run = read.Step() ? new BusRun(read.Integer(0) + 1, read.Integer(1) == 0) : new BusRun(1, AfterCrash: false);
        read.Reset();
        using var write = new Statement(connection, "INSERT INTO run (number, closed) VALUES (?, 0)");
        Database.Execute(connection, "DELETE FROM run");
        write.Bind(1, run.Number).Execute();
        return run;
    }

    /// <summary>Marks the run as properly ended, within a transaction.</summary>
    public static void End(SqliteConnection connection) => Database.Execute(connection, "UPDATE run SET closed = 1");
}
