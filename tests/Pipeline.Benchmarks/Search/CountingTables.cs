using Pipeline.Ports;

namespace Pipeline.Benchmarks.Search;

/// <summary>Counts what Azure would bill: a transaction for each read, page and batch.</summary>
internal sealed class CountingTables(ITables inner) : ITables
{
    private long _reads;
    private long _writes;

    public long Reads => _reads;

    public long Writes => _writes;

    public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return inner.ReadAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return inner.QueryAsync(table, query, cancellationToken);
    }

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return inner.ScanAsync(table, maxRows, continuation, cancellationToken);
    }

    public Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        return inner.ApplyAsync(table, partitionKey, changes, cancellationToken);
    }
}
