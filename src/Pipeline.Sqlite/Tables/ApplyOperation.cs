using Pipeline.Ports;
using Pipeline.Sqlite.Storage;

namespace Pipeline.Sqlite.Tables;

/// <summary>Applies one batch. It looks at every row before it writes the first, so that a conflict leaves nothing to take back.</summary>
internal sealed class ApplyOperation : WriterOperation<IReadOnlyList<string?>>
{
    private readonly TablesStore _store;
    private readonly string _table;
    private readonly string _partitionKey;
    private readonly IReadOnlyList<TableChange> _changes;
    private readonly byte[]?[] _properties;
    private readonly string?[] _etags;
    private TableConflictException? _conflict;

    /// <summary>Encodes the rows, on the caller's thread.</summary>
    public ApplyOperation(TablesStore store, string table, string partitionKey, IReadOnlyList<TableChange> changes)
    {
        _store = store;
        _table = table;
        _partitionKey = partitionKey;
        _changes = changes;
        _properties = new byte[]?[changes.Count];
        _etags = new string?[changes.Count];
        for (var index = 0; index < changes.Count; index++)
        {
            _properties[index] = RowOf(changes[index]) is { } row ? PropertyCodec.Encode(row.Properties) : null;
        }
    }

    /// <inheritdoc/>
    public override void Execute()
    {
        var table = _store.Catalog.Number(_table);
        var keys = new byte[_changes.Count][];
        for (var index = 0; index < keys.Length; index++)
        {
            keys[index] = RowKeys.Of(table, _partitionKey, _changes[index].RowKey);
        }

        _conflict = FindConflict(table, keys);
        if (_conflict is not null)
        {
            return;
        }

        for (var index = 0; index < keys.Length; index++)
        {
            _etags[index] = Write(table, _changes[index].RowKey, _properties[index]);
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string?> Committed()
    {
        if (_conflict is not null)
        {
            throw _conflict;
        }

        _store.OnChanged(_table, _partitionKey);
        return _etags;
    }

    private static TableRow? RowOf(TableChange change) => change switch
    {
        TableChange.Insert insert => insert.Row,
        TableChange.Replace replace => replace.Row,
        TableChange.Upsert upsert => upsert.Row,
        _ => null,
    };

    private TableConflictException? FindConflict(int table, byte[][] keys)
    {
        for (var index = 0; index < keys.Length; index++)
        {
            if (Conflict(_changes[index], table, keys[index]) is { } conflict)
            {
                return new TableConflictException(conflict, index, _changes[index].RowKey);
            }
        }

        return null;
    }

    private TableConflict? Conflict(TableChange change, int table, byte[] key)
    {
        switch (change)
        {
            case TableChange.Insert:
                return Version(change, table, key) is null ? null : TableConflict.RowExists;
            case TableChange.Replace replace:
                return Conflict(Version(change, table, key), replace.ETag);
            case TableChange.Delete delete:
                return Conflict(Version(change, table, key), delete.ETag);
            default:
                return null;
        }
    }

    private long? Version(TableChange change, int table, byte[] key) =>
        _store.Changes.Version(table, _partitionKey, change.RowKey, key);

    private static TableConflict? Conflict(long? found, string? etag) => found switch
    {
        null => TableConflict.RowMissing,
        { } version when etag is null || string.Equals(etag, ETags.Of(version), StringComparison.Ordinal) => null,
        _ => TableConflict.RowChanged,
    };

    private string? Write(int table, string rowKey, byte[]? properties)
    {
        var version = _store.Versions.Next();
        _store.Changes.Put(new RowChange(table, _partitionKey, rowKey, version, properties));
        return properties is null ? null : ETags.Of(version);
    }
}
