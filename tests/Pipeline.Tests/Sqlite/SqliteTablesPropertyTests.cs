using FsCheck;
using FsCheck.Fluent;
using Pipeline.Contracts;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

public sealed class SqliteTablesPropertyTests
{
    [Fact]
    public void Whatever_is_done_the_tables_hold_what_plain_ones_would() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(60),
        Prop.ForAll(TableStep.Lives(), life => LiveAsync(life).GetAwaiter().GetResult()));

    private static async Task LiveAsync(TableStep[] life)
    {
        using var scratch = new ScratchFolder();
        var folder = DataFolder.Open(scratch.Path);
        var tables = new SqliteTables(folder);
        var (plain, plainDriver, driver) = (new InMemoryTables(), new TablesDriver(), new TablesDriver());
        try
        {
            foreach (var step in life.Append(new TableStep.Query("p", null, null, null, 100)))
            {
                if (step is TableStep.Reopen)
                {
                    await tables.DisposeAsync();
                    folder.Dispose();
                    folder = DataFolder.Open(scratch.Path);
                    tables = new SqliteTables(folder);
                }

                Assert.Equal(await plainDriver.TakeAsync(plain, step), await driver.TakeAsync(tables, step));
            }
        }
        finally
        {
            await tables.DisposeAsync();
            folder.Dispose();
        }
    }
}
