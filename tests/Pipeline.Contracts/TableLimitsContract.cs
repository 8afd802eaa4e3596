using Pipeline.Ports;
using Xunit;

namespace Pipeline.Contracts;

/// <summary>The limits of Azure Table storage hold everywhere: what passes here passes there.</summary>
public abstract class TableLimitsContract : TableTestBase
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\u0000b")]
    [InlineData("a\nb")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u009Fb")]
    public async Task A_key_with_a_forbidden_character_is_refused(string key)
    {
        await RefusedAsync(new TableChange.Insert(Row(key)));
        await RefusedAsync(new TableChange.Delete(key));
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(key));
        await Assert.ThrowsAsync<ArgumentException>(() => Tables.QueryAsync(Table, new TableQuery(key), Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Tables.ApplyAsync(Table, key, [new TableChange.Insert(Row("1") with { PartitionKey = key })], Token));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_key_is_refused()
    {
        // As data of a theory the runner would replace the half character.
        await RefusedAsync(new TableChange.Insert(Row("a" + '\uD83C')));
        await RefusedAsync(new TableChange.Insert(Row('\uDF89' + "a")));
    }

    [Fact]
    public async Task A_key_may_have_512_characters_and_no_more()
    {
        var longest = new string('é', 512);
        await InsertAsync(Row(longest));
        Assert.Equal([longest], await QueryKeysAsync(new TableQuery(Partition)));
        await RefusedAsync(new TableChange.Insert(Row(longest + "é")));
    }

    [Fact]
    public async Task A_row_may_have_252_properties_and_no_more()
    {
        await InsertAsync(Row("1", Properties(252)));
        Assert.Equal(252, (await ReadAsync("1"))!.Properties.Count);
        await RefusedAsync(new TableChange.Insert(Row("2", Properties(253))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("with space")]
    [InlineData("with-dash")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    public async Task A_bad_name_of_a_property_is_refused_and_named(string name)
    {
        var exception = await RefusedAsync(new TableChange.Insert(Row("1", (name, 1))));
        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_property_may_have_255_characters_and_no_more()
    {
        await InsertAsync(Row("1", (new string('N', 255), 1)));
        await RefusedAsync(new TableChange.Insert(Row("2", (new string('N', 256), 1))));
    }

    [Fact]
    public async Task A_text_may_have_32767_characters_and_no_more()
    {
        await InsertAsync(Row("1", ("Text", new string('é', 32_767))));
        Assert.Equal(32_767, (await ReadAsync("1"))!.Text("Text")!.Length);
        var exception = await RefusedAsync(new TableChange.Insert(Row("2", ("Text", new string('é', 32_768)))));
        Assert.Contains("'Text'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_another_type_is_refused_and_named()
    {
        var exception = await RefusedAsync(new TableChange.Insert(Row("1", ("Price", 1.5m))));
        Assert.Contains("'Price'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Decimal", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_before_1601_is_refused() =>
        await RefusedAsync(new TableChange.Insert(Row("1", ("Time", new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero)))));

    [Fact]
    public async Task A_row_may_have_1_MiB_and_no_more()
    {
        await InsertAsync(Row("1", Texts(15)));
        Assert.Equal(15, (await ReadAsync("1"))!.Properties.Count);
        await RefusedAsync(new TableChange.Insert(Row("2", Texts(16))));
    }

    [Fact]
    public async Task A_batch_has_1_to_100_changes()
    {
        await ApplyAsync([.. Enumerable.Range(0, 100).Select(number => new TableChange.Insert(Row($"{number}")))]);
        await RefusedAsync();
        await RefusedAsync([.. Enumerable.Range(100, 101).Select(number => new TableChange.Insert(Row($"{number}")))]);
        Assert.Equal(100, (await QueryKeysAsync(new TableQuery(Partition))).Length);
    }

    [Fact]
    public async Task A_batch_may_have_4_MiB_and_no_more()
    {
        await ApplyAsync([.. Enumerable.Range(0, 4).Select(number => new TableChange.Insert(Row($"{number}", Texts(15))))]);
        await RefusedAsync([.. Enumerable.Range(4, 5).Select(number => new TableChange.Insert(Row($"{number}", Texts(15))))]);
    }

    [Fact]
    public async Task A_batch_has_a_row_once()
    {
        await RefusedAsync(new TableChange.Insert(Row("1")), new TableChange.Upsert(Row("1")));
        Assert.Null(await ReadAsync("1"));
    }

    [Fact]
    public async Task A_batch_has_rows_of_one_partition() =>
        await RefusedAsync(new TableChange.Insert(Row("1")), new TableChange.Insert(Row("2") with { PartitionKey = "other" }));

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with-dash")]
    [InlineData("été")]
    [InlineData("tables")]
    [InlineData("x123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_bad_name_of_a_table_is_refused_and_named(string table)
    {
        var reading = await Assert.ThrowsAsync<ArgumentException>(() => Tables.ReadAsync(table, Partition, "1", Token));
        Assert.Contains($"'{table}'", reading.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Tables.QueryAsync(table, new TableQuery(Partition), Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Tables.ApplyAsync(table, Partition, [new TableChange.Insert(Row("1"))], Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_1_to_1000_rows(int maxRows) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Tables.QueryAsync(Table, new TableQuery(Partition, MaxRows: maxRows), Token));

    private static (string Name, object Value)[] Properties(int count) =>
        [.. Enumerable.Range(0, count).Select(number => ($"P{number}", (object)number))];

    private static (string Name, object Value)[] Texts(int count) =>
        [.. Enumerable.Range(0, count).Select(number => ($"T{number}", (object)new string('x', 32_767)))];

    private async Task<ArgumentException> RefusedAsync(params TableChange[] changes) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ApplyAsync(changes));
}
