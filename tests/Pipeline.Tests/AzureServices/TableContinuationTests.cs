using Pipeline.AzureServices.Tables;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class TableContinuationTests
{
    private static readonly TableQuery Query = new("p", "a", "z", new Dictionary<string, object> { ["N"] = 1 });
    private static readonly TableContinuation.Place Start = new(null, null);

    [Theory]
    [InlineData("b")]
    [InlineData("")]
    [InlineData("été:🎉 '")]
    public void It_goes_on_after_the_last_row_that_was_read(string rowKey)
    {
        var continuation = TableContinuation.Write(Query, Start, [Row("a"), Row(rowKey)], "next row as it was");
        Assert.Equal(new(rowKey, null), TableContinuation.Read(Query with { Continuation = continuation, MaxRows = 5 }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("é:12")]
    public void After_a_page_without_a_row_the_service_s_own_token_goes_on_from_the_same_key(string? afterRowKey)
    {
        var continuation = TableContinuation.Write(Query, new(afterRowKey, "before"), [], "1!48!cA-- 1!8!:");
        Assert.Equal(new(afterRowKey, "1!48!cA-- 1!8!:"), TableContinuation.Read(Query with { Continuation = continuation }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_token_of_the_service_there_is_no_more(string? token) =>
        Assert.Null(TableContinuation.Write(Query, Start, [Row("a")], token));

    [Fact]
    public void It_serves_no_other_question()
    {
        var continuation = TableContinuation.Write(Query, Start, [Row("a")], "more");
        Assert.Throws<FormatException>(() => TableContinuation.Read(Query with { PartitionKey = "q", Continuation = continuation }));
        Assert.Throws<FormatException>(() => TableContinuation.Read(Query with { Filters = null, Continuation = continuation }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("madeup")]
    [InlineData("%%%")]
    [InlineData("cjAwMDAwMDAwMDAwMDAwMDA")]
    public void One_that_was_made_up_is_named_in_the_error(string continuation)
    {
        var refused = Assert.Throws<FormatException>(() => TableContinuation.Read(Query with { Continuation = continuation }));
        Assert.Contains($"'{continuation}'", refused.Message, StringComparison.Ordinal);
    }

    private static TableRow Row(string rowKey) => new("p", rowKey, new Dictionary<string, object>());
}
