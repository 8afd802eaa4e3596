using System.Collections.Concurrent;
using Pipeline.Ports;
using Pipeline.Sqlite;

namespace Pipeline.Tests.Sqlite;

/// <summary>What only the embedded tables promise.</summary>
public sealed class SqliteTablesTests : IAsyncLifetime
{
    private readonly ScratchFolder _scratch = new();
    private DataFolder _folder = null!;
    private SqliteTables _tables = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _folder = DataFolder.Open(_scratch.Path);
        _tables = new SqliteTables(_folder);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _tables.DisposeAsync();
        _folder.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Concurrent_batches_share_commits()
    {
        // While the first batch is told of, the writer is held up and the others gather behind it.
        using var gathered = new ManualResetEventSlim();
        using var writing = new ManualResetEventSlim();
        void HoldUp(string table, string partitionKey)
        {
            writing.Set();
            gathered.Wait(Token);
        }

        _tables.Changed += HoldUp;
        var before = _tables.Commits;
        var first = InsertAsync("first");
        writing.Wait(Token);
        _tables.Changed -= HoldUp;
        var others = Enumerable.Range(0, 200).Select(number => InsertAsync($"{number}")).ToArray();
        gathered.Set();
        await Task.WhenAll([first, .. others]);
        Assert.Equal(2, _tables.Commits - before);
    }

    [Fact]
    public async Task A_conflict_fails_alone_among_those_that_share_its_commit()
    {
        await InsertAsync("there");
        var tries = Enumerable.Range(0, 50).Select(number => InsertAsync(number % 5 == 0 ? "there" : $"{number}")).ToArray();
        foreach (var (number, attempt) in tries.Index())
        {
            if (number % 5 == 0)
            {
                await Assert.ThrowsAsync<TableConflictException>(() => attempt);
            }
            else
            {
                await attempt;
                Assert.NotNull(await _tables.ReadAsync("Things", "p", $"{number}", Token));
            }
        }
    }

    [Fact]
    public async Task Each_batch_is_told_of_once_it_can_be_read()
    {
        var told = new ConcurrentQueue<(string, string)>();
        _tables.Changed += (table, partitionKey) => told.Enqueue((table, partitionKey));
        await InsertAsync("1");
        await Assert.ThrowsAsync<TableConflictException>(() => InsertAsync("1"));
        Assert.Equal([("Things", "p")], told);
    }

    [Fact]
    public async Task Rows_and_etags_survive_a_crash()
    {
        var etag = await InsertAsync("1");
        using var crashed = _scratch.Copy();
        using var folder = DataFolder.Open(crashed.Path);
        await using var tables = new SqliteTables(folder);
        Assert.Equal(etag, (await tables.ReadAsync("Things", "p", "1", Token))!.ETag);
        var next = Assert.Single(await tables.ApplyAsync("Things", "p", [new TableChange.Replace(Row("1"), etag)], Token));
        Assert.NotEqual(etag, next);
    }

    [Fact]
    public async Task After_closing_a_change_is_refused()
    {
        await _tables.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => InsertAsync("1"));
    }

    private static TableRow Row(string rowKey, string text = "") =>
        new("p", rowKey, new Dictionary<string, object>(StringComparer.Ordinal) { ["Text"] = text });

    private async Task<string> InsertAsync(string rowKey) =>
        Assert.Single(await _tables.ApplyAsync("Things", "p", [new TableChange.Insert(Row(rowKey))], Token))!;
}
