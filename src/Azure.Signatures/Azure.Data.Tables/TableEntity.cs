// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
#nullable disable
using System.Collections;

namespace Azure.Data.Tables;

public sealed class TableEntity : ITableEntity, IEnumerable<KeyValuePair<string, object>>
{
    private const string ETagName = "odata.etag";

    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public string PartitionKey
    {
        get => (string)this[nameof(PartitionKey)];
        set => this[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => (string)this[nameof(RowKey)];
        set => this[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => (DateTimeOffset?)this[nameof(Timestamp)];
        set => this[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => this[ETagName] is string etag ? new ETag(etag) : default;
        set => this[ETagName] = value.ToString();
    }

    public object this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();
}
