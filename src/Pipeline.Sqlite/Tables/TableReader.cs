using Microsoft.Data.Sqlite;
using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>A connection that reads rows, beside the writer. Used by one caller at a time.</summary>
/// <param name="connection">The connection.</param>
/// <param name="changes">What was written lately, and is not at its place yet.</param>
internal sealed class TableReader(SqliteConnection connection, RecentChanges changes) : IDisposable
{
    // A page ends early after so many bytes or rows were looked at, as in Azure, so that no query holds the reader for long.
    private const int MaxPageBytes = 4 * 1024 * 1024;
    private const int MaxScan = 10_000;

    private readonly Statement _point = new(connection, "SELECT version, properties FROM entity WHERE key = ?");
    private readonly Statement _range = new(
        connection, "SELECT key, version, properties FROM entity WHERE key >= ? AND key < ? ORDER BY key");

    /// <summary>Reads one row.</summary>
    public TableRow? Read(int table, string partitionKey, string rowKey)
    {
        if (!_point.Bind(1, RowKeys.Of(table, partitionKey, rowKey)).Step())
        {
            return null;
        }

        try
        {
            return new TableRow(partitionKey, rowKey, PropertyCodec.Decode(_point.Blob(1)), ETags.Of(_point.Integer(0)));
        }
        finally
        {
            _point.Reset();
        }
    }

    /// <summary>Reads a page.</summary>
    public TablePage Query(int table, TableQuery query)
    {
        var from = query.FromRowKey ?? "";
        if (query.Continuation is not null)
        {
            // The next key after one is that key with a zero behind; the lower bound of the query still holds.
            var partition = RowKeys.Of(table, query.PartitionKey, "");
            var after = RowKeys.RowKey(ContinuationToken.Read(query.Continuation, partition), partition.Length) + '\0';
            from = string.CompareOrdinal(after, from) > 0 ? after : from;
        }

        var more = false;
        _range.Bind(1, RowKeys.Of(table, query.PartitionKey, from)).Bind(2, query.BeforeRowKey is null
            ? RowKeys.AfterPartition(table, query.PartitionKey)
            : RowKeys.Of(table, query.PartitionKey, query.BeforeRowKey));
        try
        {
            var recent = changes.Range(table, query.PartitionKey, from, query.BeforeRowKey, () => more = _range.Step());
            return ReadPage(table, query, recent, more);
        }
        finally
        {
            _range.Reset();
        }
    }

    /// <summary>Reads a page of a table.</summary>
    public TablePage Scan(int table, int maxRows, string? continuation)
    {
        var start = RowKeys.BeforeTable(table);
        byte[] from = continuation is null ? start : [.. ContinuationToken.Read(continuation, start), 0];
        (string, string)? after = continuation is null ? null : RowKeys.Parts(from.AsSpan(..^1));
        var more = false;
        _range.Bind(1, from).Bind(2, RowKeys.BeforeTable(table + 1));
        try
        {
            var (recent, until) = changes.After(table, after, maxRows, () => more = _range.Step());
            return ScanPage(table, maxRows, recent, until, more);
        }
        finally
        {
            _range.Reset();
        }
    }

    public void Dispose()
    {
        _point.Dispose();
        _range.Dispose();
        connection.Dispose();
    }

    private static bool Matches(IReadOnlyDictionary<string, object> properties, IReadOnlyDictionary<string, object>? filters)
    {
        foreach (var (name, expected) in filters ?? System.Collections.Frozen.FrozenDictionary<string, object>.Empty)
        {
            if (!properties.TryGetValue(name, out var value) || !value.Equals(expected))
            {
                return false;
            }
        }

        return true;
    }

    // Two rows of lists in order, made one: what was written lately stands for what the database holds of the same row.
    private TablePage ReadPage(int table, TableQuery query, ReadOnlySpan<RowChange> recent, bool more)
    {
        var start = RowKeys.Of(table, query.PartitionKey, "").Length;
        var rows = new List<TableRow>();
        var (scanned, bytes) = (0, 0);
        var last = "";
        var stored = more ? RowKeys.RowKey(_range.Blob(0), start) : null;
        while (stored is not null || !recent.IsEmpty)
        {
            if (rows.Count == query.MaxRows || scanned == MaxScan || bytes > MaxPageBytes)
            {
                return new TablePage(rows, ContinuationToken.Write(RowKeys.Of(table, query.PartitionKey, last), start));
            }

            var order = stored is null ? 1 : recent.IsEmpty ? -1 : string.CompareOrdinal(stored, recent[0].RowKey);
            last = order < 0 ? stored! : recent[0].RowKey;
            var row = order < 0 ? StoredRow(query.PartitionKey, last) : recent[0].Row;
            bytes += order < 0 ? _range.Blob(2).Length : recent[0].Size;
            scanned++;
            if (row is not null && Matches(row.Properties, query.Filters))
            {
                rows.Add(row);
            }

            recent = order >= 0 ? recent[1..] : recent;
            stored = order > 0 ? stored : _range.Step() ? RowKeys.RowKey(_range.Blob(0), start) : null;
        }

        return new TablePage(rows, null);
    }

    // As ReadPage, over partitions. What was written lately is known up to the end of one partition only: the page ends there.
    private TablePage ScanPage(int table, int maxRows, ReadOnlySpan<RowChange> recent, string? until, bool more)
    {
        var rows = new List<TableRow>();
        var (scanned, bytes) = (0, 0);
        var last = (PartitionKey: "", RowKey: "");
        (string PartitionKey, string RowKey)? stored = more ? RowKeys.Parts(_range.Blob(0)) : null;
        while (stored is not null || !recent.IsEmpty)
        {
            var order = stored is not { } at ? 1 : recent.IsEmpty ? -1 : Order(at, (recent[0].PartitionKey, recent[0].RowKey));
            var next = order < 0 ? stored!.Value : (recent[0].PartitionKey, recent[0].RowKey);
            if (rows.Count == maxRows || scanned == MaxScan || bytes > MaxPageBytes
                || (until is not null && scanned > 0 && string.CompareOrdinal(next.PartitionKey, until) > 0))
            {
                return new TablePage(rows, Token());
            }

            last = next;
            var row = order < 0 ? StoredRow(last.PartitionKey, last.RowKey) : recent[0].Row;
            bytes += order < 0 ? _range.Blob(2).Length : recent[0].Size;
            scanned++;
            if (row is not null)
            {
                rows.Add(row);
            }

            recent = order >= 0 ? recent[1..] : recent;
            stored = order > 0 ? stored : _range.Step() ? RowKeys.Parts(_range.Blob(0)) : null;
        }

        return new TablePage(rows, until is null ? null : Token());

        string Token() => ContinuationToken.Write(RowKeys.Of(table, last.PartitionKey, last.RowKey), RowKeys.BeforeTable(table).Length);
    }

    private static int Order((string PartitionKey, string RowKey) left, (string PartitionKey, string RowKey) right)
    {
        var order = string.CompareOrdinal(left.PartitionKey, right.PartitionKey);
        return order != 0 ? order : string.CompareOrdinal(left.RowKey, right.RowKey);
    }

    private TableRow StoredRow(string partitionKey, string rowKey) =>
        new(partitionKey, rowKey, PropertyCodec.Decode(_range.Blob(2)), ETags.Of(_range.Integer(1)));
}
