using Pipeline.Ports;
using Xunit;

namespace Pipeline.Contracts;

/// <summary>Reading a table through.</summary>
public abstract class TableScanContract : TableTestBase
{
    [Fact]
    public async Task A_scan_gives_every_row_of_the_table_by_partition_and_row_key()
    {
        await InsertAsync("b", "2");
        await InsertAsync("a", "2");
        await InsertAsync("b", "1");
        await InsertAsync("ab", "");
        await InsertAsync("a~", "1");
        await Tables.ApplyAsync("Others", "a", [new TableChange.Insert(new("a", "3", Empty))], Token);
        Assert.Equal(["a/2", "ab/", "a~/1", "b/1", "b/2"], await ScanKeysAsync(Table, 1000));
        Assert.Equal(["a/2", "ab/", "a~/1", "b/1", "b/2"], await ScanKeysAsync(Table, 1));
        Assert.Equal(["a/3"], await ScanKeysAsync("Others", 2));
    }

    [Fact]
    public async Task A_scanned_row_comes_with_its_values_and_its_etag()
    {
        await InsertAsync("a", "1");
        var row = Assert.Single(await Tables.ScanAllAsync(Table, Token).ToListAsync(Token));
        Assert.Equal("a/1", row.Text("Place"));
        Assert.Equal((await Tables.ReadAsync(Table, "a", "1", Token))!.ETag, row.ETag);
    }

    [Fact]
    public async Task A_table_that_was_never_written_has_no_rows()
    {
        var page = await Tables.ScanAsync("Nothings", 10, null, Token);
        Assert.Equal((0, null), (page.Rows.Count, page.Continuation));
    }

    [Fact]
    public async Task Pages_of_a_scan_lead_to_the_end_each_row_once_while_others_write()
    {
        var places = Enumerable.Range(0, 120).Select(number => (Partition: $"p{number % 17:D2}", Row: $"{number:D3}")).ToArray();
        foreach (var partition in places.GroupBy(place => place.Partition))
        {
            await Tables.ApplyAsync(Table, partition.Key, [.. partition.Select(place => new TableChange.Insert(Placed(place.Partition, place.Row)))], Token);
        }

        List<string> keys = [];
        string? continuation = null;
        var round = 0;
        do
        {
            var page = await Tables.ScanAsync(Table, 7, continuation, Token);
            Assert.True(page.Rows.Count <= 7, $"{page.Rows.Count} rows");
            keys.AddRange(page.Rows.Select(row => $"{row.PartitionKey}/{row.RowKey}"));
            continuation = page.Continuation;

            // What stands stays read once, whatever comes, changes and goes beside it.
            await Tables.ApplyAsync(Table, $"q{round++:D2}", [new TableChange.Insert(Placed($"q{round - 1:D2}", "x"))], Token);
            await Tables.ApplyAsync(Table, "p05", [new TableChange.Upsert(Placed("p05", "005"))], Token);
        }
        while (continuation is not null);
        var expected = places.Select(place => $"{place.Partition}/{place.Row}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, keys.Where(key => key[0] == 'p'));
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public async Task Removed_rows_are_not_scanned()
    {
        await InsertAsync("a", "1");
        await InsertAsync("b", "1");
        await Tables.ApplyAsync(Table, "a", [new TableChange.Delete("1")], Token);
        Assert.Equal(["b/1"], await ScanKeysAsync(Table, 1));
    }

    [Fact]
    public async Task A_continuation_is_of_a_scan_of_the_same_table()
    {
        await InsertAsync("a", "1");
        await InsertAsync("b", "1");
        var page = await Tables.ScanAsync(Table, 1, null, Token);
        Assert.NotNull(page.Continuation);
        await Assert.ThrowsAsync<FormatException>(() => Tables.ScanAsync(Table, 1, "madeup", Token));
        await Assert.ThrowsAsync<FormatException>(() => Tables.ScanAsync("Others", 1, page.Continuation, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Tables.ScanAsync(Table, 0, null, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Tables.ScanAsync(Table, 1001, null, Token));
    }

    private static Dictionary<string, object> Empty => [];

    private static TableRow Placed(string partition, string row) =>
        new(partition, row, new Dictionary<string, object>(StringComparer.Ordinal) { ["Place"] = $"{partition}/{row}" });

    private async Task InsertAsync(string partition, string row) =>
        await Tables.ApplyAsync(Table, partition, [new TableChange.Insert(Placed(partition, row))], Token);

    private async Task<List<string>> ScanKeysAsync(string table, int maxRows)
    {
        List<string> keys = [];
        string? continuation = null;
        do
        {
            var page = await Tables.ScanAsync(table, maxRows, continuation, Token);
            keys.AddRange(page.Rows.Select(row => $"{row.PartitionKey}/{row.RowKey}"));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return keys;
    }
}
