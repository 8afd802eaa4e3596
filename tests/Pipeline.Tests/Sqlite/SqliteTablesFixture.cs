using Pipeline.Contracts;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

/// <summary>The embedded tables in a folder of their own.</summary>
public static class SqliteTablesFixture
{
    public static TablesFixture Start()
    {
        var scratch = new ScratchFolder();
        var folder = DataFolder.Open(scratch.Path);
        var tables = new SqliteTables(folder);
        return new TablesFixture(tables, async () =>
        {
            await tables.DisposeAsync();
            folder.Dispose();
            scratch.Dispose();
        });
    }
}
