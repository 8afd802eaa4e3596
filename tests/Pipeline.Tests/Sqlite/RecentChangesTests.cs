using Pipeline.Ports;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

/// <summary>Rows on their way from memory and log to their places.</summary>
public sealed class RecentChangesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task A_reader_sees_a_batch_whole_or_not_at_all_while_rows_go_to_their_places(long recentBytes)
    {
        using var scratch = new ScratchFolder();
        using var folder = DataFolder.Open(scratch.Path);
        await using var tables = new SqliteTables(folder, recentBytes);
        await WriteAsync(tables, 0);
        using var ended = new CancellationTokenSource();
        var reading = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ReadUntilAsync(tables, ended.Token), Token)));

        for (var number = 1; number <= 500; number++)
        {
            await WriteAsync(tables, number);
        }

        await ended.CancelAsync();
        await reading;
    }

    [Fact]
    public async Task A_row_that_was_removed_stays_removed_after_a_crash()
    {
        using var scratch = new ScratchFolder();
        using var folder = DataFolder.Open(scratch.Path);
        await using var tables = new SqliteTables(folder, recentBytes: 1);
        await tables.ApplyAsync("Things", "p", [new TableChange.Insert(Row("a", 1)), new TableChange.Insert(Row("b", 1))], Token);
        await tables.ApplyAsync("Things", "p", [new TableChange.Insert(Row("c", 1))], Token);
        await tables.ApplyAsync("Things", "p", [new TableChange.Delete("a")], Token);

        using var crashed = scratch.Copy();
        using var left = DataFolder.Open(crashed.Path);
        await using var again = new SqliteTables(left);

        Assert.Null(await again.ReadAsync("Things", "p", "a", Token));
        var page = await again.QueryAsync("Things", new TableQuery("p"), Token);
        Assert.Equal(["b", "c"], page.Rows.Select(row => row.RowKey));
    }

    private static async Task ReadUntilAsync(SqliteTables tables, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            var rows = (await tables.QueryAsync("Things", new TableQuery("p"), Token)).Rows;
            Assert.Single(rows.Select(row => row.Properties["Number"]).Distinct());
        }
    }

    // The text makes generations change often, so that some of the rows are in memory and some at their places.
    private static Task<IReadOnlyList<string?>> WriteAsync(SqliteTables tables, int number) => tables.ApplyAsync(
        "Things", "p", [.. Enumerable.Range(0, 12).Select(row => new TableChange.Upsert(Row($"{row:D2}", number)))], Token);

    private static TableRow Row(string rowKey, int number) => new("p", rowKey, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["Number"] = number,
        ["Text"] = new string('x', 200),
    });
}
