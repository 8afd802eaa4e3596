using Pipeline.Ports;

namespace Pipeline.Training.Cost;

/// <summary>Tables that count their transactions, and the bytes they hold as Azure counts them.</summary>
public sealed class MeteredTables(ITables tables, PathMeter meter) : ITables
{
    private readonly Dictionary<(string Table, string Partition, string Row), int> _sizes = [];
    private readonly Lock _sizing = new();

    /// <summary>The bytes of all rows that were written since the last <see cref="Forget"/> and still stand.</summary>
    public long Bytes => _sizes.Values.Sum(size => (long)size);

    /// <summary>Begins counting bytes anew: what stands already is not counted.</summary>
    public void Forget() => _sizes.Clear();

    /// <inheritdoc/>
    public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        meter.Count(static tally => tally.TableReads++);
        return meter.OutsideAsync(Add, () => tables.ReadAsync(table, partitionKey, rowKey, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        meter.Count(static tally => tally.TableQueries++);
        return meter.OutsideAsync(Add, () => tables.QueryAsync(table, query, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        meter.Count(static tally => tally.TableQueries++);
        return meter.OutsideAsync(Add, () => tables.ScanAsync(table, maxRows, continuation, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        meter.Count(static tally => tally.TableWrites++);
        var applied = await meter.OutsideAsync(Add, () => tables.ApplyAsync(table, partitionKey, changes, cancellationToken));
        lock (_sizing)
        {
            foreach (var change in changes)
            {
                Size((table, partitionKey, change.RowKey), change);
            }
        }

        return applied;
    }

    private static Work Add(Work work) => work with { TableCalls = work.TableCalls + 1 };

    private void Size((string Table, string Partition, string Row) key, TableChange change)
    {
        var row = change switch
        {
            TableChange.Insert insert => insert.Row,
            TableChange.Replace replace => replace.Row,
            TableChange.Upsert upsert => upsert.Row,
            _ => null,
        };
        if (row is null)
        {
            _sizes.Remove(key);
        }
        else
        {
            _sizes[key] = TableLimits.RowBytes(row);
        }
    }
}
