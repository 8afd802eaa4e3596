using Pipeline.Ports;
using Pipeline.Tests.Web.Access;
using Pipeline.Tests.Web.Support;
using Pipeline.Transcripts.Export;

namespace Pipeline.Tests.Web;

public sealed class ExportEndpointTests
{
    private readonly WebFixture _fixture = new();

    [Fact]
    public async Task An_export_is_a_file_with_a_header_a_row_each_that_ends_with_its_position()
    {
        _fixture.Services.AddListed(Samples.Summary);
        await using var host = await LoopbackHost.StartAsync(_fixture);
        using var response = await host.Client.GetAsync("api/transcripts/export?format=csv&bom=true", TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"conversations.csv\"", response.Content.Headers.ContentDisposition!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        var lines = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("key,startedAt,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(Samples.Summary.Key + ",", lines[1], StringComparison.Ordinal);
        var position = ExportPosition.Read(lines[1].Split(',')[^1]);
        Assert.Equal(NewestFirst.Of(Samples.Summary.StartedAt, Samples.Summary.Key), position.Conversation);
    }

    [Fact]
    public async Task Behind_the_last_row_there_is_nothing_more()
    {
        _fixture.Services.AddListed(Samples.Summary);
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var position = new ExportPosition(NewestFirst.Of(Samples.Summary.StartedAt, Samples.Summary.Key));
        Assert.Equal("", (await host.GetAsync($"api/transcripts/export?format=ndjson&after={position}")).Body);
    }

    [Theory]
    [InlineData("format=xml", "format")]
    [InlineData("rows=words", "rows")]
    [InlineData("after=here", "after")]
    [InlineData("bom=1", "bom")]
    [InlineData("header=no", "header")]
    [InlineData("ratingMin=9", "ratingMin")]
    public async Task A_parameter_that_is_not_valid_is_named(string query, string field)
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        (await host.GetAsync($"api/transcripts/export?{query}")).IsProblem(400, "query-invalid", field);
    }

    [Fact]
    public async Task The_columns_are_those_of_the_rows()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var columns = (await host.GetAsync("api/transcripts/export/columns")).Json;
        Assert.Equal(
            TranscriptExport.MessageColumnList.Select(column => column.Name),
            columns.GetProperty("messages").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Each_export_is_written_down_first()
    {
        var fixture = KeyedHost.Fixture(options => options.Key("quality-key", "quality"));
        fixture.Services.AddListed(Samples.Summary);
        await using var host = await LoopbackHost.StartAsync(fixture);
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", "quality-key");
        Assert.Equal(200, (await host.GetAsync("api/transcripts/export?rows=messages")).Status);
        var rows = await fixture.Tables.ReadAllAsync(TableNames.Audit, new TableQuery("export~messages"), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("ExportTranscripts", Assert.Single(rows).Text("Endpoint"));
    }
}
