namespace Pipeline.Sqlite.Tables;

/// <summary>Rows by their place, each as it was last written. Not thread-safe.</summary>
internal sealed class ChangedRows
{
    private readonly Dictionary<(int Table, string PartitionKey), PartitionRows> _partitions = [];

    /// <summary>About how many bytes it holds.</summary>
    public long Size { get; private set; }

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => _partitions.Count == 0;

    /// <summary>Notes how a row was last written.</summary>
    public void Put(RowChange change)
    {
        if (!_partitions.TryGetValue((change.Table, change.PartitionKey), out var partition))
        {
            _partitions.Add((change.Table, change.PartitionKey), partition = new PartitionRows());
        }

        Size += change.Size - (partition.Put(change)?.Size ?? 0);
    }

    /// <summary>How a row was last written; null when that is not known here.</summary>
    public RowChange? Find(int table, string partitionKey, string rowKey) =>
        _partitions.TryGetValue((table, partitionKey), out var partition) ? partition.Find(rowKey) : null;

    /// <summary>The rows of a partition from a key on and before another, in order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="from">The first key; null for the beginning.</param>
    /// <param name="before">The key to stop before; null for the end.</param>
    public ReadOnlySpan<RowChange> Range(int table, string partitionKey, string? from, string? before) =>
        _partitions.TryGetValue((table, partitionKey), out var partition) ? partition.Range(from, before) : [];

    /// <summary>The first rows of a table after a place, whole partitions of them, in order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="fewest">At least so many, if there are.</param>
    /// <returns>The rows, and the partition of the last of them; null when there are no more rows.</returns>
    public (List<RowChange> Rows, string? Until) After(int table, (string PartitionKey, string RowKey)? after, int fewest)
    {
        var partitions = new PriorityQueue<PartitionRows, string>(_partitions
            .Where(pair => pair.Key.Table == table
                && (after is not { } place || string.CompareOrdinal(pair.Key.PartitionKey, place.PartitionKey) >= 0))
            .Select(pair => (pair.Value, pair.Key.PartitionKey)), Comparer<string>.Create(string.CompareOrdinal));
        var rows = new List<RowChange>();
        while (partitions.TryDequeue(out var partition, out var key))
        {
            rows.AddRange(partition.Range(key == after?.PartitionKey ? after?.RowKey + '\0' : null, null));
            if (rows.Count >= fewest && partitions.Count > 0)
            {
                return (rows, key);
            }
        }

        return (rows, null);
    }

    /// <summary>All rows, those of a partition together and the partitions in order: the order in which they lie on the disk.</summary>
    public List<RowChange> InOrder()
    {
        var rows = new List<RowChange>();
        foreach (var (_, partition) in _partitions
            .OrderBy(pair => pair.Key.Table).ThenBy(pair => pair.Key.PartitionKey, StringComparer.Ordinal))
        {
            rows.AddRange(partition.Range(null, null));
        }

        return rows;
    }
}
