namespace Pipeline.Ports;

/// <summary>
/// Tables with the semantics of Azure Table storage, and only those. Table names: 3 to 63 letters and digits, starting with a letter.
/// </summary>
public interface ITables
{
    /// <summary>The most changes one batch may hold (Azure Table storage).</summary>
    const int MaxBatch = 100;

    /// <summary>Reads one row; null when it is not there.</summary>
    Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken);

    /// <summary>Reads a page of the rows of one partition, by ascending row key.</summary>
    Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Reads a page of all rows of a table, by ascending partition key and then row key. For work that goes through everything there is (making an
    /// index again, proving an erasure), never to answer a question: it costs what the table holds. A row that stands from the first page to the
    /// last is read once; of one that is written or removed meanwhile nothing is promised.
    /// </summary>
    /// <param name="table">The table; one that was never written has no rows.</param>
    /// <param name="maxRows">The most rows of one page, 1 to 1,000 (Azure Table storage).</param>
    /// <param name="continuation">Where the page before ended; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The continuation is not one that a scan of this table returned.</exception>
    Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken);

    /// <summary>
    /// Applies 1 to 100 changes to one partition, all or none; each row at most once. When the task has completed they are durable.
    /// </summary>
    /// <returns>The new ETag of each change, in order; null for a removal.</returns>
    /// <exception cref="TableConflictException">A change met a row that it did not expect; nothing was written.</exception>
    /// <exception cref="ArgumentException">A key, property or batch breaks a limit; the message names it.</exception>
    Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken);
}

/// <summary>Which rows of one partition to read.</summary>
/// <param name="PartitionKey">The partition.</param>
/// <param name="FromRowKey">Rows at or after this key; null from the first.</param>
/// <param name="BeforeRowKey">Rows before this key; null to the last.</param>
/// <param name="Filters">Rows whose properties have all of these values. A row that lacks the property does not match.</param>
/// <param name="MaxRows">The most rows of one page, 1 to 1,000 (Azure Table storage).</param>
/// <param name="Continuation">Where the page before ended; null for the first page.</param>
public sealed record TableQuery(
    string PartitionKey,
    string? FromRowKey = null,
    string? BeforeRowKey = null,
    IReadOnlyDictionary<string, object>? Filters = null,
    int MaxRows = TableQuery.MaxPage,
    string? Continuation = null)
{
    /// <summary>The most rows of one page (Azure Table storage).</summary>
    public const int MaxPage = 1000;

    /// <summary>The rows whose key starts with a prefix.</summary>
    public static TableQuery Prefix(string partitionKey, string prefix) =>
        new(partitionKey, prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}

/// <summary>A page of rows.</summary>
/// <param name="Rows">The rows, by ascending row key. A page may hold fewer than asked for, even none, and yet not be the last.</param>
/// <param name="Continuation">Where the next page starts: opaque; null when this was the last page.</param>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, string? Continuation);
