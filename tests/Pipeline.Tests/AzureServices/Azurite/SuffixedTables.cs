using Pipeline.Ports;

namespace Pipeline.Tests.AzureServices.Azurite;

/// <summary>Tables under names of a test's own, so that tests that use the same names at the same time do not meet.</summary>
internal sealed class SuffixedTables(ITables tables, string suffix) : ITables
{
    public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        tables.ReadAsync(Name(table), partitionKey, rowKey, cancellationToken);

    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken) =>
        tables.QueryAsync(Name(table), query, cancellationToken);

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        tables.ScanAsync(Name(table), maxRows, continuation, cancellationToken);

    public Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
        tables.ApplyAsync(Name(table), partitionKey, changes, cancellationToken);

    /// <summary>A name that is none stays so, and is refused under its own name.</summary>
    private string Name(string table)
    {
        try
        {
            TableLimits.CheckTable(table);
            return table + suffix;
        }
        catch (ArgumentException)
        {
            return table;
        }
    }
}
