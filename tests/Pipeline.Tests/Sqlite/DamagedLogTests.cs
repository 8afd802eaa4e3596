using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Sqlite;
using static Pipeline.Contracts.ContractTopology;

namespace Pipeline.Tests.Sqlite;

/// <summary>Files that a disk or a person has damaged after the process was killed.</summary>
public sealed class DamagedLogTests : IAsyncLifetime
{
    private const int Messages = 20;
    private const string BusLog = "bus.db-wal";

    private readonly ScratchFolder _scratch = new();
    private readonly SettableClock _clock = new();
    private ScratchFolder _killed = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var folder = DataFolder.Open(_scratch.Path);
        await using var bus = new SqliteBus(folder, Topology, _clock);
        await using var tables = new SqliteTables(folder);
        for (var number = 0; number < Messages; number++)
        {
            // One commit each.
            await bus.SendAsync(Orders, [new BusMessage(Id(number), new byte[100], new Dictionary<string, string>(), "key")], Token);
            await tables.ApplyAsync("Things", "all", [new TableChange.Insert(Row(number))], Token);
        }

        _killed = _scratch.Copy();
    }

    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        _killed.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_log_that_is_whole_is_read_whole_and_nothing_is_reported()
    {
        var (ids, rows, reports) = await ReadAsync();

        Assert.Equal(Ids(Messages), ids);
        Assert.Equal(Ids(Messages), rows);
        Assert.Empty(reports);
    }

    [Theory]
    [InlineData(BusLog)]
    [InlineData("tables.db-wal")]
    public async Task A_flipped_byte_at_the_end_costs_the_last_commit_and_is_reported(string name)
    {
        Damage(name, log => log[^100] ^= 0xFF);

        var (ids, rows, reports) = await ReadAsync();

        Assert.Equal(Ids(name == BusLog ? Messages - 1 : Messages), ids);
        Assert.Equal(Ids(name == BusLog ? Messages : Messages - 1), rows);
        Assert.Contains($"{name}: its last 1 transaction(s)", Assert.Single(reports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_byte_in_the_middle_costs_what_was_committed_after_it_and_tells_how_much()
    {
        Damage(BusLog, log => log[log.Length / 2] ^= 0xFF);

        var (ids, _, reports) = await ReadAsync();

        Assert.Equal(Ids(ids.Count), ids);
        Assert.InRange(ids.Count, 1, Messages - 2);
        Assert.Contains($"its last {Messages - ids.Count} transaction(s)", Assert.Single(reports), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(30_000)]
    public async Task A_log_that_was_cut_gives_what_was_committed_before_the_cut(int bytes)
    {
        var path = Path.Combine(_killed.Path, BusLog);
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path, Token))[..^bytes], Token);

        var (ids, rows, _) = await ReadAsync();

        Assert.Equal(Ids(ids.Count), ids);
        Assert.InRange(ids.Count, 1, Messages - 1);
        Assert.Equal(Ids(Messages), rows);
    }

    [Fact]
    public void A_log_whose_beginning_is_damaged_is_refused_and_left_alone()
    {
        Damage(BusLog, log => log[20] ^= 0xFF);
        var before = File.ReadAllBytes(Path.Combine(_killed.Path, BusLog));

        using var folder = DataFolder.Open(_killed.Path);
        var refused = Assert.Throws<DataFolderException>(() => new SqliteBus(folder, Topology, _clock));

        Assert.Contains("bus.db-wal is damaged at its beginning", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_killed.Path, BusLog)));
    }

    [Theory]
    [InlineData("bus.db")]
    [InlineData("tables.db")]
    public async Task A_database_with_a_damaged_page_is_refused(string name)
    {
        // Closed properly, so that all of it is in the one file.
        await ReadAsync();
        var path = Path.Combine(_killed.Path, name);
        var bytes = await File.ReadAllBytesAsync(path, Token);
        var page = name == "bus.db" ? 8192 : 4096;
        bytes.AsSpan(page, bytes.Length - page).Fill(0xEE);
        await File.WriteAllBytesAsync(path, bytes, Token);

        using var folder = DataFolder.Open(_killed.Path);
        var refused = Assert.Throws<DataFolderException>(() =>
            _ = name == "bus.db" ? (object)new SqliteBus(folder, Topology, _clock) : new SqliteTables(folder));
        Assert.Contains($"{name} is damaged", refused.Message, StringComparison.Ordinal);
    }

    private static string Id(int number) => $"{number:D3}";

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(Id);

    private static TableRow Row(int number) =>
        new("all", Id(number), new Dictionary<string, object>(StringComparer.Ordinal) { ["Text"] = new string('x', 100) });

    private void Damage(string name, Action<byte[]> how)
    {
        var path = Path.Combine(_killed.Path, name);
        var bytes = File.ReadAllBytes(path);
        how(bytes);
        File.WriteAllBytes(path, bytes);
    }

    private async Task<(IReadOnlyList<string> Ids, IReadOnlyList<string> Rows, IReadOnlyCollection<string> Reports)> ReadAsync()
    {
        using var folder = DataFolder.Open(_killed.Path);
        await using var bus = new SqliteBus(folder, Topology, _clock);
        await using var tables = new SqliteTables(folder);
        var messages = await bus.ReceiveAsync(Orders, 100, TimeSpan.Zero, Token);
        var page = await tables.QueryAsync("Things", new TableQuery("all"), Token);
        return ([.. messages.Select(message => message.Message.Id)], [.. page.Rows.Select(row => row.RowKey)], folder.Reports);
    }
}
