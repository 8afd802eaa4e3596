using Pipeline.Ports;

namespace Pipeline.Tests.Sweep;

/// <summary>Tables in which a test can let something happen just before a row is read.</summary>
internal sealed class WatchedTables(ITables inner, Func<string, Task> beforeRead) : ITables
{
    public async Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        await beforeRead(rowKey);
        return await inner.ReadAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken) =>
        inner.QueryAsync(table, query, cancellationToken);

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        inner.ScanAsync(table, maxRows, continuation, cancellationToken);

    public Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
        inner.ApplyAsync(table, partitionKey, changes, cancellationToken);
}
