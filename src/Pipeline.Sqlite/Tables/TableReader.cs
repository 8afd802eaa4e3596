using Microsoft.Data.Sqlite;
using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>A connection that reads rows, beside the writer. Used by one caller at a time.</summary>
internal sealed class TableReader(SqliteConnection connection) : IDisposable
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
        var partition = RowKeys.Of(table, query.PartitionKey, "");
        var from = query.FromRowKey is null ? partition : RowKeys.Of(table, query.PartitionKey, query.FromRowKey);
        var before = query.BeforeRowKey is null
            ? RowKeys.AfterPartition(table, query.PartitionKey)
            : RowKeys.Of(table, query.PartitionKey, query.BeforeRowKey);
        if (query.Continuation is not null)
        {
            from = After(ContinuationToken.Read(query.Continuation, partition), from);
        }

        _range.Bind(1, from).Bind(2, before);
        try
        {
            return ReadPage(query, partition.Length);
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

    // The next key after one is that key with a zero behind; the lower bound of the query still holds.
    private static byte[] After(byte[] last, byte[] from) => last.AsSpan().SequenceCompareTo(from) < 0 ? from : [.. last, 0];

    private static bool Matches(Dictionary<string, object> properties, IReadOnlyDictionary<string, object>? filters)
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

    private TablePage ReadPage(TableQuery query, int partition)
    {
        var rows = new List<TableRow>();
        var (scanned, bytes) = (0, 0);
        byte[] last = [];
        while (_range.Step())
        {
            if (rows.Count == query.MaxRows || scanned == MaxScan || bytes > MaxPageBytes)
            {
                return new TablePage(rows, ContinuationToken.Write(last, partition));
            }

            last = _range.Blob(0).ToArray();
            var encoded = _range.Blob(2);
            scanned++;
            bytes += encoded.Length;
            var properties = PropertyCodec.Decode(encoded);
            if (Matches(properties, query.Filters))
            {
                rows.Add(new TableRow(query.PartitionKey, RowKeys.RowKey(last, partition), properties, ETags.Of(_range.Integer(1))));
            }
        }

        return new TablePage(rows, null);
    }
}
