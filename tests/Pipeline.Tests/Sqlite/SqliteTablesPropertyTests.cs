using FsCheck;
using FsCheck.Fluent;
using Pipeline.Contracts;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

public sealed class SqliteTablesPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4_000)]
    [InlineData(10_000_000)]
    public void Whatever_is_done_the_tables_hold_what_plain_ones_would(long recentBytes) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(60).WithQuietOnSuccess(true),
        Prop.ForAll(TableStep.Lives(), life => LiveAsync(life, recentBytes).GetAwaiter().GetResult()));

    private static async Task LiveAsync(TableStep[] life, long recentBytes)
    {
        var scratch = new ScratchFolder();
        var folder = DataFolder.Open(scratch.Path);
        var tables = new SqliteTables(folder, recentBytes);
        var crashes = 0;
        var (plain, plainDriver, driver) = (new InMemoryTables(), new TablesDriver(), new TablesDriver());
        try
        {
            foreach (var step in life.Append(new TableStep.Query("p", null, null, null, 100)))
            {
                if (step is TableStep.Reopen)
                {
                    // Every other time what a crash leaves is opened: the files as they are, of tables that were not closed.
                    var left = crashes++ % 2 == 0 ? scratch.Copy() : null;
                    await tables.DisposeAsync();
                    folder.Dispose();
                    if (left is not null)
                    {
                        scratch.Dispose();
                        scratch = left;
                    }

                    folder = DataFolder.Open(scratch.Path);
                    tables = new SqliteTables(folder, recentBytes);
                }

                Assert.Equal(await plainDriver.TakeAsync(plain, step), await driver.TakeAsync(tables, step));
            }
        }
        finally
        {
            await tables.DisposeAsync();
            folder.Dispose();
            scratch.Dispose();
        }
    }
}
