using Pipeline.Ports;

namespace Pipeline.Sqlite.Tables;

/// <summary>A row as it was last written, or the fact that it was removed.</summary>
/// <param name="table">The number of its table.</param>
/// <param name="partitionKey">Its partition.</param>
/// <param name="rowKey">Its key.</param>
/// <param name="version">Its version.</param>
/// <param name="properties">Its encoded properties; null when it was removed.</param>
internal sealed class RowChange(int table, string partitionKey, string rowKey, long version, byte[]? properties)
{
    private TableRow? _row;

    public int Table => table;

    public string PartitionKey => partitionKey;

    public string RowKey => rowKey;

    public long Version => version;

    /// <summary>The encoded properties; null when the row was removed.</summary>
    public byte[]? Properties => properties;

    /// <summary>About how many bytes it holds.</summary>
    public int Size => (properties?.Length ?? 0) + (2 * rowKey.Length) + 64;

    /// <summary>The row, decoded when it is first asked for; null when it was removed.</summary>
    public TableRow? Row => properties is null
        ? null
        : _row ??= new TableRow(partitionKey, rowKey, PropertyCodec.Decode(properties), ETags.Of(version));
}
