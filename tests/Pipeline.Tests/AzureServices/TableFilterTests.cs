using Pipeline.AzureServices.Tables;
using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices;

public sealed class TableFilterTests
{
    [Fact]
    public void A_query_without_bounds_is_its_partition()
    {
        Assert.Equal("PartitionKey eq 'generic~shop~1'", TableFilter.Of(new TableQuery("generic~shop~1")));
    }

    [Fact]
    public void Bounds_and_property_filters_narrow_it()
    {
        var query = TableQuery.Prefix("p", "message-") with
        {
            Filters = new Dictionary<string, object> { ["Hard"] = true, ["Skill"] = "billing" },
        };
        Assert.Equal(
            "PartitionKey eq 'p' and RowKey ge 'message-' and RowKey lt 'message.' and Hard eq true and Skill eq 'billing'",
            TableFilter.Of(query));
    }

    [Theory]
    [InlineData("l'orage", "'l''orage'")]
    [InlineData("' or PartitionKey ne '", "''' or PartitionKey ne '''")]
    [InlineData("", "''")]
    public void A_quotation_mark_does_not_end_the_text(string text, string literal)
    {
        Assert.Equal(literal, TableFilter.Literal(text));
    }

    public static TheoryData<object, string> Literals => new()
    {
        { false, "false" },
        { -7, "-7" },
        { 7_000_000_000L, "7000000000L" },
        { 2.0, "2.0" },
        { -0.25, "-0.25" },
        { 1e300, "1E+300" },
        { new DateTimeOffset(2026, 3, 2, 10, 0, 0, 123, TimeSpan.FromHours(1)), "datetime'2026-03-02T09:00:00.1230000Z'" },
    };

    [Theory]
    [MemberData(nameof(Literals), DisableDiscoveryEnumeration = true)]
    public void Every_type_of_value_keeps_its_type(object value, string literal)
    {
        Assert.Equal(literal, TableFilter.Literal(value));
    }

    [Fact]
    public void A_number_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TableFilter.Literal(double.NaN));
    }
}
