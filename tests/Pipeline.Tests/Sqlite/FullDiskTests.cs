using Microsoft.Data.Sqlite;
using Pipeline.Ports;
using Pipeline.Sqlite;
using Pipeline.Sqlite.Storage;
using Pipeline.Sqlite.Tables;

namespace Pipeline.Tests.Sqlite;

/// <summary>SQLite answers alike when a file reaches its limit of pages and when the disk is full.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly ScratchFolder _scratch = new();
    private DataFolder _folder = null!;
    private SqliteConnection _connection = null!;
    private TablesStore _store = null!;
    private SqliteWriter _writer = null!;

    public ValueTask InitializeAsync()
    {
        _folder = DataFolder.Open(_scratch.Path);
        _connection = Database.Open(_folder, TablesSchema.Schema);
        _store = new TablesStore(_connection, (_, _) => { });
        Limit(pages: 40);
        _writer = new SqliteWriter("test", _connection, _store.Parts);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _store.Dispose();
        await _connection.DisposeAsync();
        _folder.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_batch_that_does_not_fit_fails_whole_and_works_when_there_is_room()
    {
        await Assert.ThrowsAsync<StorageUnavailableException>(() => ApplyAsync("large", 30_000, rows: 20));
        Assert.Empty(Read("large"));
        await ApplyAsync("small", 10, rows: 1);
        Assert.Single(Read("small"));
        Limit(pages: 1_000_000);
        await ApplyAsync("large", 30_000, rows: 20);
        Assert.Equal(20, Read("large").Count);
    }

    [Fact]
    public async Task Those_that_fit_are_written_though_they_met_one_that_does_not()
    {
        Task[] tries =
        [
            ApplyAsync("before", 10, rows: 1), ApplyAsync("large", 30_000, rows: 20), ApplyAsync("after", 10, rows: 1),
        ];
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Task.WhenAll(tries));
        Assert.Equal([true, false, true], tries.Select(attempt => attempt.IsCompletedSuccessfully));
        Assert.Single(Read("before"));
        Assert.Empty(Read("large"));
        Assert.Single(Read("after"));
    }

    private Task<IReadOnlyList<string?>> ApplyAsync(string partition, int length, int rows)
    {
        TableChange[] changes =
        [
            .. Enumerable.Range(0, rows).Select(row => new TableChange.Insert(new TableRow(
                partition, $"{row}", new Dictionary<string, object>(StringComparer.Ordinal) { ["Text"] = new string('x', length) }))),
        ];
        return _writer.RunAsync(new ApplyOperation(_store, "Things", partition, changes));
    }

    private IReadOnlyList<TableRow> Read(string partition)
    {
        using var reader = new TableReader(Database.OpenReader(_folder, TablesSchema.Schema), _store.Changes);
        return reader.Query(_store.Catalog.Find("Things") ?? 0, new TableQuery(partition)).Rows;
    }

    // The writer is idle whenever a test calls this.
    private void Limit(int pages) => Database.Execute(_connection, $"PRAGMA max_page_count = {pages}");
}
