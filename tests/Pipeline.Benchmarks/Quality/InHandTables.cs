using System.Collections.Concurrent;
using Pipeline.Ports;

namespace Pipeline.Benchmarks.Quality;

/// <summary>
/// The tables, with the conversations that are being indexed kept in hand: their rows are read from memory, for they have only just been written. All
/// else goes to the tables.
/// </summary>
internal sealed class InHandTables(ITables tables) : ITables
{
    private readonly ConcurrentDictionary<string, SortedDictionary<string, TableRow>> _inHand = new(StringComparer.Ordinal);
    private long _rows;

    /// <summary>How many rows were written.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Writes the rows of a conversation and keeps them in hand.</summary>
    public async Task TakeAsync(string key, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        var kept = new SortedDictionary<string, TableRow>(StringComparer.Ordinal);
        foreach (var chunk in rows.Chunk(ITables.MaxBatch))
        {
            var etags = await ApplyAsync(TableNames.Conversations, key, [.. chunk.Select(row => new TableChange.Upsert(row))], cancellationToken);
            foreach (var (row, etag) in chunk.Zip(etags))
            {
                kept[row.RowKey] = row with { ETag = etag };
            }
        }

        _inHand[key] = kept;
    }

    /// <summary>Lets a conversation go.</summary>
    public void Drop(string key) => _inHand.TryRemove(key, out _);

    public Task<TableRow?> ReadAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        table == TableNames.Conversations && _inHand.TryGetValue(partitionKey, out var rows)
            ? Task.FromResult(rows.GetValueOrDefault(rowKey))
            : tables.ReadAsync(table, partitionKey, rowKey, cancellationToken);

    public Task<TablePage> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        if (table != TableNames.Conversations || query.Filters is not null || !_inHand.TryGetValue(query.PartitionKey, out var rows))
        {
            return tables.QueryAsync(table, query, cancellationToken);
        }

        return Task.FromResult(new TablePage(
            [
                .. rows.Values.Where(row => (query.FromRowKey is null || string.CompareOrdinal(row.RowKey, query.FromRowKey) >= 0)
                    && (query.BeforeRowKey is null || string.CompareOrdinal(row.RowKey, query.BeforeRowKey) < 0)),
            ],
            null));
    }

    public Task<TablePage> ScanAsync(string table, int maxRows, string? continuation, CancellationToken cancellationToken) =>
        tables.ScanAsync(table, maxRows, continuation, cancellationToken);

    public async Task<IReadOnlyList<string?>> ApplyAsync(
        string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        var etags = await tables.ApplyAsync(table, partitionKey, changes, cancellationToken);
        Interlocked.Add(ref _rows, changes.Count);
        if (table == TableNames.Conversations && _inHand.TryGetValue(partitionKey, out var rows))
        {
            foreach (var (change, etag) in changes.Zip(etags))
            {
                switch (change)
                {
                    case TableChange.Insert insert:
                        rows[change.RowKey] = insert.Row with { ETag = etag };
                        break;
                    case TableChange.Replace replace:
                        rows[change.RowKey] = replace.Row with { ETag = etag };
                        break;
                    case TableChange.Upsert upsert:
                        rows[change.RowKey] = upsert.Row with { ETag = etag };
                        break;
                    default:
                        rows.Remove(change.RowKey);
                        break;
                }
            }
        }

        return etags;
    }
}
