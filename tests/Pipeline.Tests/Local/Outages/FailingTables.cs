using Pipeline.Ports;

namespace Pipeline.Tests.Local.Outages;

/// <summary>Tables with a conversation that can't be read, until the cause is gone.</summary>
internal sealed class FailingTables(ITables tables) : ITables
{
    /// <summary>The partition whose every access fails; null for none.</summary>
    public string? Damaged { get; set; }

    public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        Checked(partitionKey).ReadAsync(table, partitionKey, rowKey, cancellationToken);

    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken) =>
        Checked(query.PartitionKey).QueryAsync(table, query, cancellationToken);

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        tables.ScanAsync(table, maxRows, continuation, cancellationToken);

    public Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
        Checked(partitionKey).ApplyAsync(table, partitionKey, changes, cancellationToken);

    private ITables Checked(string partitionKey) =>
        partitionKey == Damaged ? throw new InvalidDataException("A row is damaged.") : tables;
}
