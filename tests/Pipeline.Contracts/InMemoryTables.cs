using System.Globalization;
using Pipeline.Ports;

namespace Pipeline.Contracts;

/// <summary>
/// The tables as plainly as they can be written: the model that property tests compare an adapter with, and what tests of stages run on.
/// It is held to the same contracts as the adapters.
/// </summary>
public sealed class InMemoryTables : ITables
{
    private static readonly Comparer<(string Table, string Partition, string Row)> KeyOrder =
        Comparer<(string Table, string Partition, string Row)>.Create(static (left, right) =>
        {
            // Names of tables are compared without regard to case, as in Azure; keys by UTF-16 unit.
            var order = StringComparer.OrdinalIgnoreCase.Compare(left.Table, right.Table);
            order = order != 0 ? order : string.CompareOrdinal(left.Partition, right.Partition);
            return order != 0 ? order : string.CompareOrdinal(left.Row, right.Row);
        });

    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Table, string Partition, string Row), TableRow> _rows = new(KeyOrder);
    private long _version;

    /// <summary>Called before each batch is applied; may throw, as a storage that fails would.</summary>
    public Action<string, IReadOnlyList<TableChange>>? BeforeApply { get; set; }

    /// <summary>Every row of every table, in key order: for comparing what two runs left behind.</summary>
    public IReadOnlyList<(string Table, TableRow Row)> Dump()
    {
        lock (_lock)
        {
            return [.. _rows.Select(entry => (entry.Key.Table, entry.Value))];
        }
    }

    public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckKey(partitionKey, "partition key");
        TableLimits.CheckKey(rowKey, "row key");
        lock (_lock)
        {
            return Task.FromResult(_rows.GetValueOrDefault((table, partitionKey, rowKey)));
        }
    }

    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckQuery(query);
        var after = AfterRowKey(table, query);
        lock (_lock)
        {
            TableRow[] rows =
            [
                .. _rows.Where(entry => entry.Key.Table.Equals(table, StringComparison.OrdinalIgnoreCase)
                        && entry.Key.Partition == query.PartitionKey)
                    .Select(entry => entry.Value)
                    .Where(row => query.FromRowKey is null || string.CompareOrdinal(row.RowKey, query.FromRowKey) >= 0)
                    .Where(row => query.BeforeRowKey is null || string.CompareOrdinal(row.RowKey, query.BeforeRowKey) < 0)
                    .Where(row => after is null || string.CompareOrdinal(row.RowKey, after) > 0)
                    .Where(row => Matches(row, query.Filters))
                    .Take(query.MaxRows + 1),
            ];
            return Task.FromResult(rows.Length <= query.MaxRows
                ? new TablePage(rows, null)
                : new TablePage(rows[..query.MaxRows], ContinuationPrefix(table, query) + rows[query.MaxRows - 1].RowKey));
        }
    }

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        TableLimits.CheckScan(table, maxRows);
        var name = table.ToUpperInvariant();
        var after = continuation?.Split('/');
        if (after is not null && (after.Length != 4 || after[0] != "scan" || after[1] != name))
        {
            throw new FormatException($"'{continuation}' is no continuation of a scan of {table}.");
        }

        lock (_lock)
        {
            TableRow[] rows =
            [
                .. _rows.Where(entry => entry.Key.Table.Equals(table, StringComparison.OrdinalIgnoreCase)
                        && (after is null || KeyOrder.Compare(entry.Key, (table, after[2], after[3])) > 0))
                    .Select(entry => entry.Value)
                    .Take(maxRows + 1),
            ];
            return Task.FromResult(rows.Length <= maxRows
                ? new TablePage(rows, null)
                : new TablePage(rows[..maxRows], $"scan/{name}/{rows[maxRows - 1].PartitionKey}/{rows[maxRows - 1].RowKey}"));
        }
    }

    public Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableLimits.CheckTable(table);
        TableLimits.CheckBatch(partitionKey, changes);
        BeforeApply?.Invoke(table, changes);
        lock (_lock)
        {
            for (var index = 0; index < changes.Count; index++)
            {
                if (ConflictOf(table, partitionKey, changes[index]) is { } conflict)
                {
                    throw new TableConflictException(conflict, index, changes[index].RowKey);
                }
            }

            return Task.FromResult<IReadOnlyList<string?>>([.. changes.Select(change => Apply(table, partitionKey, change))]);
        }
    }

    private static bool Matches(TableRow row, IReadOnlyDictionary<string, object>? filters) =>
        filters is null || filters.All(filter => row.Properties.TryGetValue(filter.Key, out var value) && value.Equals(filter.Value));

    private TableConflict? ConflictOf(string table, string partitionKey, TableChange change)
    {
        var row = _rows.GetValueOrDefault((table, partitionKey, change.RowKey));
        return change switch
        {
            TableChange.Insert => row is null ? null : TableConflict.RowExists,
            TableChange.Replace replace => row is null
                ? TableConflict.RowMissing
                : row.ETag == replace.ETag ? null : TableConflict.RowChanged,
            TableChange.Delete delete => row is null
                ? TableConflict.RowMissing
                : delete.ETag is null || row.ETag == delete.ETag ? null : TableConflict.RowChanged,
            _ => null,
        };
    }

    private string? Apply(string table, string partitionKey, TableChange change)
    {
        var key = (table, partitionKey, change.RowKey);
        var row = change switch
        {
            TableChange.Insert insert => insert.Row,
            TableChange.Replace replace => replace.Row,
            TableChange.Upsert upsert => upsert.Row,
            _ => null,
        };
        if (row is null)
        {
            _rows.Remove(key);
            return null;
        }

        var etag = (++_version).ToString(CultureInfo.InvariantCulture);
        _rows[key] = row with { Properties = Kept(row.Properties), ETag = etag };
        return etag;
    }

    private static Dictionary<string, object> Kept(IReadOnlyDictionary<string, object> properties) => properties
        .Where(property => property.Value is not null)
        .ToDictionary(
            property => property.Key,
            property => property.Value is DateTimeOffset time ? time.ToUniversalTime() : property.Value,
            StringComparer.Ordinal);

    private static string ContinuationPrefix(string table, TableQuery query) => $"{table}/{query.PartitionKey}/";

    private static string? AfterRowKey(string table, TableQuery query) =>
        query.Continuation is null ? null
        : query.Continuation.StartsWith(ContinuationPrefix(table, query), StringComparison.Ordinal)
            ? query.Continuation[ContinuationPrefix(table, query).Length..]
            : throw new FormatException($"'{query.Continuation}' is no continuation of this query.");
}
