using Pipeline.Ports;
using Xunit;

namespace Pipeline.Contracts;

/// <summary>Reading and writing rows.</summary>
public abstract class TableContract : TableTestBase
{
    /// <summary>A fault of the emulator Azurite.</summary>
    protected virtual bool TellsTablesApartByCase => false;

    [Fact]
    public async Task A_row_comes_back_with_its_values_in_their_types()
    {
        var time = new DateTimeOffset(2026, 3, 2, 11, 30, 0, 123, TimeSpan.FromHours(2));
        await InsertAsync(Row(
            "1", ("Text", "Où est ma box ? 🎉"), ("Empty", ""), ("Yes", true), ("No", false), ("Int", -7), ("Long", long.MinValue),
            ("Double", 0.1), ("Time", time)));
        var row = await ReadAsync("1");
        Assert.NotNull(row);
        Assert.Equal((Partition, "1"), (row.PartitionKey, row.RowKey));
        Assert.Equal(8, row.Properties.Count);
        Assert.Equal("Où est ma box ? 🎉", row.Text("Text"));
        Assert.Equal("", row.Text("Empty"));
        Assert.Equal((object)true, row.Properties["Yes"]);
        Assert.Equal((object)false, row.Properties["No"]);
        Assert.Equal((object)(-7), row.Properties["Int"]);
        Assert.Equal((object)long.MinValue, row.Properties["Long"]);
        Assert.Equal((object)0.1, row.Properties["Double"]);
        var read = Assert.IsType<DateTimeOffset>(row.Properties["Time"]);
        Assert.Equal((time, TimeSpan.Zero), (read, read.Offset));
    }

    [Fact]
    public async Task A_null_value_is_a_property_that_is_not_there()
    {
        await InsertAsync(Row("1", ("Here", 1), ("Gone", null!)));
        Assert.Equal(["Here"], (await ReadAsync("1"))!.Properties.Keys);
    }

    [Fact]
    public async Task A_row_that_is_not_there_reads_as_null()
    {
        Assert.Null(await ReadAsync("1"));
        await InsertAsync(Row("1"));
        Assert.Null(await ReadAsync("2"));
        Assert.Null(await Tables.ReadAsync(Table, "other", "1", Token));
        Assert.Null(await Tables.ReadAsync("Others", Partition, "1", Token));
    }

    [Fact]
    public async Task Names_of_tables_differ_by_more_than_case()
    {
        Assert.SkipWhen(TellsTablesApartByCase, "Azurite tells tables apart by case, other than Azure.");
        await InsertAsync(Row("1"));
        Assert.NotNull(await Tables.ReadAsync(Table.ToUpperInvariant(), Partition, "1", Token));
    }

    [Fact]
    public async Task An_insert_onto_a_row_is_a_conflict_and_changes_nothing()
    {
        await InsertAsync(Row("1", ("N", 1)));
        await ConflictAsync(TableConflict.RowExists, 0, new TableChange.Insert(Row("1", ("N", 2))));
        Assert.Equal(1, (await ReadAsync("1"))!.Properties["N"]);
    }

    [Fact]
    public async Task A_replacement_with_the_row_s_etag_replaces_it_whole_and_gives_a_new_etag()
    {
        var etag = await InsertAsync(Row("1", ("A", 1), ("B", 1)));
        var replaced = Assert.Single(await ApplyAsync(new TableChange.Replace(Row("1", ("A", 2)), etag)));
        var row = await ReadAsync("1");
        Assert.Equal(replaced, row!.ETag);
        Assert.NotEqual(etag, replaced);
        Assert.Equal(["A"], row.Properties.Keys);
    }

    [Fact]
    public async Task A_replacement_with_an_older_etag_is_a_conflict()
    {
        var etag = await InsertAsync(Row("1", ("N", 1)));
        await ApplyAsync(new TableChange.Replace(Row("1", ("N", 2)), etag));
        await ConflictAsync(TableConflict.RowChanged, 0, new TableChange.Replace(Row("1", ("N", 3)), etag));
        Assert.Equal(2, (await ReadAsync("1"))!.Properties["N"]);
    }

    [Fact]
    public async Task A_row_written_anew_has_none_of_its_old_etags()
    {
        var etag = await InsertAsync(Row("1"));
        await ApplyAsync(new TableChange.Delete("1"));
        await InsertAsync(Row("1"));
        await ConflictAsync(TableConflict.RowChanged, 0, new TableChange.Replace(Row("1"), etag));
    }

    [Fact]
    public async Task Replacing_or_removing_a_row_that_is_not_there_is_a_conflict()
    {
        var etag = await InsertAsync(Row("other"));
        await ConflictAsync(TableConflict.RowMissing, 0, new TableChange.Replace(Row("1"), etag));
        await ConflictAsync(TableConflict.RowMissing, 0, new TableChange.Delete("1"));
    }

    [Fact]
    public async Task A_removal_with_an_older_etag_is_a_conflict_and_without_one_it_always_removes()
    {
        var etag = await InsertAsync(Row("1"));
        await ApplyAsync(new TableChange.Upsert(Row("1", ("N", 2))));
        await ConflictAsync(TableConflict.RowChanged, 0, new TableChange.Delete("1", etag));
        Assert.Null(Assert.Single(await ApplyAsync(new TableChange.Delete("1"))));
        Assert.Null(await ReadAsync("1"));
    }

    [Fact]
    public async Task An_upsert_writes_whether_the_row_is_there_or_not()
    {
        await ApplyAsync(new TableChange.Upsert(Row("1", ("A", 1))));
        await ApplyAsync(new TableChange.Upsert(Row("1", ("B", 2))));
        Assert.Equal(["B"], (await ReadAsync("1"))!.Properties.Keys);
    }

    [Fact]
    public async Task A_batch_is_applied_whole_and_answers_in_its_order()
    {
        await InsertAsync(Row("gone"));
        var etags = await ApplyAsync(
            new TableChange.Insert(Row("2")), new TableChange.Delete("gone"), new TableChange.Upsert(Row("1")));
        Assert.Equal((await ReadAsync("2"))!.ETag, etags[0]);
        Assert.Null(etags[1]);
        Assert.Equal((await ReadAsync("1"))!.ETag, etags[2]);
        Assert.Equal(["1", "2"], await QueryKeysAsync(new TableQuery(Partition)));
    }

    [Fact]
    public async Task A_batch_with_a_conflict_leaves_nothing_written_and_names_the_change()
    {
        await InsertAsync(Row("there"));
        await ConflictAsync(
            TableConflict.RowExists,
            2,
            new TableChange.Insert(Row("1")),
            new TableChange.Upsert(Row("2")),
            new TableChange.Insert(Row("there")));
        Assert.Equal(["there"], await QueryKeysAsync(new TableQuery(Partition)));
    }

    [Fact]
    public async Task Of_many_who_replace_a_row_at_once_one_wins()
    {
        var etag = await InsertAsync(Row("1", ("N", 0)));
        var tries = Enumerable.Range(1, 20).Select(async number =>
        {
            try
            {
                await ApplyAsync(new TableChange.Replace(Row("1", ("N", number)), etag));
                return number;
            }
            catch (TableConflictException)
            {
                return 0;
            }
        });
        var winner = Assert.Single(await Task.WhenAll(tries), number => number > 0);
        Assert.Equal(winner, (await ReadAsync("1"))!.Properties["N"]);
    }

    [Fact]
    public async Task A_query_gives_the_rows_of_one_partition_by_ascending_key()
    {
        await InsertAllAsync("b", "a", "B", "", "é", "aa", "~");
        await Tables.ApplyAsync(Table, "partition2", [new TableChange.Insert(Row("x") with { PartitionKey = "partition2" })], Token);
        await Tables.ApplyAsync(Table, "parti", [new TableChange.Insert(Row("tionx") with { PartitionKey = "parti" })], Token);
        Assert.Equal(["", "B", "a", "aa", "b", "~", "é"], await QueryKeysAsync(new TableQuery(Partition)));
    }

    [Fact]
    public async Task Keys_are_ordered_by_utf_16_unit()
    {
        // In UTF-8 the emoji (U+1F389) would come after U+FF5E; its first UTF-16 unit (D83C) comes before.
        await ApplyAsync(new TableChange.Insert(Row("\uFF5E")), new TableChange.Insert(Row("🎉")), new TableChange.Insert(Row("z")));
        Assert.Equal(["z", "🎉", "\uFF5E"], await QueryKeysAsync(new TableQuery(Partition)));
        Assert.Equal(["🎉"], await QueryKeysAsync(new TableQuery(Partition, "zz", "\uE000")));
    }

    [Fact]
    public async Task A_range_has_its_lower_bound_and_not_its_upper()
    {
        await InsertAllAsync("a", "b", "c", "d");
        Assert.Equal(["b", "c"], await QueryKeysAsync(new TableQuery(Partition, "b", "d")));
        Assert.Equal(["c", "d"], await QueryKeysAsync(new TableQuery(Partition, FromRowKey: "c")));
        Assert.Equal(["a"], await QueryKeysAsync(new TableQuery(Partition, BeforeRowKey: "b")));
        Assert.Empty(await QueryKeysAsync(new TableQuery(Partition, "d", "b")));
    }

    [Fact]
    public async Task A_prefix_gives_the_rows_that_start_with_it()
    {
        await InsertAllAsync("message", "message-1", "message-2", "message.", "messages");
        Assert.Equal(["message-1", "message-2"], await QueryKeysAsync(TableQuery.Prefix(Partition, "message-")));
        Assert.Equal(["message."], await QueryKeysAsync(TableQuery.Prefix(Partition, "message.")));
    }

    [Theory]
    [InlineData("Text", "no")]
    [InlineData("Flag", true)]
    [InlineData("Int", 2)]
    [InlineData("Long", 2L)]
    [InlineData("Double", 2.5)]
    public async Task A_filter_compares_values_in_their_types(string name, object value)
    {
        await ApplyAsync(
            new TableChange.Insert(Row("1", ("Text", "yes"), ("Flag", false), ("Int", 1), ("Long", 1L), ("Double", 1.5))),
            new TableChange.Insert(Row("2", ("Text", "no"), ("Flag", true), ("Int", 2), ("Long", 2L), ("Double", 2.5))),
            new TableChange.Insert(Row("3")));
        Assert.Equal(["2"], await QueryKeysAsync(new TableQuery(Partition, Filters: Filter((name, value)))));
    }

    [Fact]
    public async Task All_filters_must_match_and_times_match_by_instant()
    {
        var time = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        await ApplyAsync(
            new TableChange.Insert(Row("1", ("Time", time), ("N", 1))), new TableChange.Insert(Row("2", ("Time", time), ("N", 2))));
        Assert.Equal(["2"], await QueryKeysAsync(new TableQuery(
            Partition, Filters: Filter(("Time", time.ToOffset(TimeSpan.FromHours(5))), ("N", 2)))));
    }

    [Fact]
    public async Task Pages_lead_to_the_end_each_row_once()
    {
        for (var first = 0; first < 250; first += 50)
        {
            var rows = Enumerable.Range(first, 50).Select(number => Row($"{number:D4}", ("Odd", number % 2 == 1)));
            await ApplyAsync([.. rows.Select(row => new TableChange.Insert(row))]);
        }

        var all = Enumerable.Range(0, 250).Select(number => $"{number:D4}").ToArray();
        Assert.Equal(all, await QueryKeysAsync(new TableQuery(Partition, MaxRows: 7)));
        Assert.Equal(all, await QueryKeysAsync(new TableQuery(Partition, MaxRows: 250)));
        Assert.Equal(
            all.Where((_, index) => index % 2 == 1),
            await QueryKeysAsync(new TableQuery(Partition, MaxRows: 10, Filters: Filter(("Odd", true)))));
        Assert.Equal(250, (await Tables.QueryAsync(Table, new TableQuery(Partition), Token)).Rows.Count);
    }

    [Fact]
    public async Task A_row_added_behind_a_page_is_on_a_later_page()
    {
        await ApplyAsync(new TableChange.Insert(Row("1")), new TableChange.Insert(Row("3")));
        var page = await Tables.QueryAsync(Table, new TableQuery(Partition, MaxRows: 1), Token);
        await ApplyAsync(new TableChange.Insert(Row("2")), new TableChange.Delete("1"));
        Assert.Equal(["2", "3"], await QueryKeysAsync(new TableQuery(Partition, Continuation: page.Continuation)));
    }

    [Fact]
    public async Task A_continuation_that_is_not_of_the_query_is_named_in_the_error()
    {
        await ApplyAsync(new TableChange.Insert(Row("1")), new TableChange.Insert(Row("2")));
        var page = await Tables.QueryAsync(Table, new TableQuery(Partition, MaxRows: 1), Token);
        var made = await Assert.ThrowsAsync<FormatException>(
            () => Tables.QueryAsync(Table, new TableQuery(Partition, Continuation: "madeup"), Token));
        Assert.Contains("madeup", made.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FormatException>(
            () => Tables.QueryAsync(Table, new TableQuery("other", Continuation: page.Continuation), Token));
    }

    private static Dictionary<string, object> Filter(params (string Name, object Value)[] filters) =>
        filters.ToDictionary(filter => filter.Name, filter => filter.Value, StringComparer.Ordinal);

    private Task<IReadOnlyList<string?>> InsertAllAsync(params string[] keys) =>
        ApplyAsync([.. keys.Select(key => new TableChange.Insert(Row(key)))]);

    private async Task ConflictAsync(TableConflict conflict, int index, params TableChange[] changes)
    {
        var exception = await Assert.ThrowsAsync<TableConflictException>(() => ApplyAsync(changes));
        Assert.Equal((conflict, index), (exception.Conflict, exception.Index));
    }
}
