using Pipeline.Ports;

namespace Pipeline.Tests.Suggestions.Speaking;

/// <summary>Tables that let others work before each of their operations, as a shared storage does, and tell what was just read.</summary>
internal sealed class InterleavedTables(ITables inner, Func<Task> others) : ITables
{
    /// <summary>Called right after a read or query, before anybody else can do anything: table, and row key or first key.</summary>
    public Action<string, string?>? WasRead { get; set; }

    /// <summary>Called right after a batch was applied, before anybody else can do anything.</summary>
    public Action? WasApplied { get; set; }

    public async Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        var told = WasRead;
        await others();
        var row = await inner.ReadAsync(table, partitionKey, rowKey, cancellationToken);
        told?.Invoke(table, rowKey);
        return row;
    }

    public async Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        var told = WasRead;
        await others();
        var page = await inner.QueryAsync(table, query, cancellationToken);
        told?.Invoke(table, query.FromRowKey);
        return page;
    }

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        inner.ScanAsync(table, maxRows, continuation, cancellationToken);

    public async Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        var told = WasApplied;
        await others();
        var versions = await inner.ApplyAsync(table, partitionKey, changes, cancellationToken);
        told?.Invoke();
        return versions;
    }
}
