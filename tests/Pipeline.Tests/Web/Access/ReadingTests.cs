using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Ports;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web.Access;

public sealed class ReadingTests
{
    private const string Address = $"api/conversations/{Samples.Key}";

    private readonly WebFixture _fixture = KeyedHost.Fixture(options =>
    {
        options.Key("technical-key", "advisor", "billing, technical");
        options.Key("billing-key", "advisor", "billing");
        options.Key("quality-key", "quality");
    });

    public ReadingTests() => _fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full);

    [Fact]
    public async Task An_advisor_reads_the_conversations_of_their_skills()
    {
        await using var host = await StartAsync("technical-key");
        Assert.Equal(200, (await host.GetAsync(Address)).Status);
        Assert.Equal(200, (await host.GetAsync($"{Address}/suggestions")).Status);
    }

    [Fact]
    public async Task An_advisor_does_not_read_those_of_other_skills()
    {
        await using var host = await StartAsync("billing-key");
        (await host.GetAsync(Address)).IsProblem(403, "skill-missing");
        (await host.GetAsync($"{Address}/suggestions")).IsProblem(403, "skill-missing");
        Assert.Empty(await ReadingsAsync());
    }

    [Fact]
    public async Task A_conversation_that_was_not_routed_yet_is_open_to_every_advisor()
    {
        _fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full) with { Assignment = null };
        await using var host = await StartAsync("billing-key");
        Assert.Equal(200, (await host.GetAsync(Address)).Status);
    }

    [Fact]
    public async Task Every_reading_is_written_down_with_who_and_when()
    {
        await using var host = await StartAsync("quality-key");
        await host.GetAsync(Address);
        await host.GetAsync(Address);
        await host.GetAsync("api/conversations/a~b~c");
        var readings = await ReadingsAsync();
        Assert.Equal(2, readings.Count);
        Assert.Equal(("quality-1", "Quality", Samples.Key), (readings[0].Text("Name"), readings[0].Text("Role"), readings[0].Text("Place")));
        Assert.IsType<DateTimeOffset>(readings[0].Properties["ReadAt"]);
    }

    [Fact]
    public async Task Reading_suggestions_or_a_list_is_written_down_too()
    {
        await using var host = await StartAsync("quality-key");
        await host.GetAsync($"{Address}/suggestions");
        await host.GetAsync("api/transcripts?day=2026-03-02");
        Assert.Equal("Suggestions", Assert.Single(await ReadingsAsync()).Text("Endpoint"));
        var listed = Assert.Single(await ReadingsAsync(ReadingAudit.ListOf(new DateOnly(2026, 3, 2))));
        Assert.Equal(("quality-1", "Transcripts"), (listed.Text("Name"), listed.Text("Endpoint")));
    }

    [Fact]
    public async Task Readings_of_one_moment_are_each_written_down()
    {
        // The clock of the fixture stands still.
        var audit = new ReadingAudit(_fixture.Tables, _fixture.Clock, NullLogger<ReadingAudit>.Instance);
        var caller = new Caller("nadia", Roles.Advisor, []);
        for (var count = 0; count < 50; count++)
        {
            Assert.True(await audit.WriteAsync(caller, Samples.Key, "Conversation", TestContext.Current.CancellationToken));
        }

        Assert.Equal(50, (await ReadingsAsync()).Count);
    }

    [Theory]
    [InlineData(Address)]
    [InlineData($"{Address}/suggestions")]
    [InlineData("api/transcripts")]
    public async Task What_cannot_be_written_down_is_not_read(string address)
    {
        _fixture.Services.AddSingleton<ITables, BrokenTables>();
        await using var host = await StartAsync("quality-key");
        var answer = await host.GetAsync(address);
        answer.IsProblem(503, "audit-unavailable");
        Assert.DoesNotContain("bonjour", answer.Body, StringComparison.Ordinal);
    }

    private async Task<LoopbackHost> StartAsync(string key)
    {
        var host = await LoopbackHost.StartAsync(_fixture);
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return host;
    }

    private async Task<IReadOnlyList<TableRow>> ReadingsAsync(string place = Samples.Key) =>
        (await _fixture.Tables.QueryAsync(TableNames.Audit, new TableQuery(place), TestContext.Current.CancellationToken)).Rows;

    private sealed class BrokenTables : ITables
    {
        public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
            Task.FromResult<TableRow?>(null);

        public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken) => throw new IOException();

        public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
            throw new IOException();

        public Task<IReadOnlyList<string?>> ApplyAsync(
            string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
            throw new IOException();
    }
}
