namespace Pipeline.Sqlite.Tables;

/// <summary>The changed rows of one partition, ordered by key as tables order them.</summary>
internal sealed class PartitionRows
{
    private RowChange[] _rows = new RowChange[4];
    private int _count;

    /// <summary>Notes a row.</summary>
    /// <returns>How it was noted before; null when it was not.</returns>
    public RowChange? Put(RowChange change)
    {
        var place = Place(change.RowKey);
        if (place >= 0)
        {
            (var before, _rows[place]) = (_rows[place], change);
            return before;
        }

        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, 2 * _count);
        }

        place = ~place;
        Array.Copy(_rows, place, _rows, place + 1, _count - place);
        _rows[place] = change;
        _count++;
        return null;
    }

    /// <summary>How a row was last written; null when that is not known here.</summary>
    public RowChange? Find(string rowKey) => Place(rowKey) is >= 0 and var place ? _rows[place] : null;

    /// <summary>The rows from a key on and before another.</summary>
    public ReadOnlySpan<RowChange> Range(string? from, string? before)
    {
        var start = from is null ? 0 : Start(from);
        var end = before is null ? _count : Start(before);
        return end > start ? _rows.AsSpan(start..end) : [];
    }

    private int Start(string key) => Place(key) is >= 0 and var place ? place : ~Place(key);

    // As Array.BinarySearch answers: the complement of where it would stand when it is not there.
    private int Place(string key)
    {
        var (low, high) = (0, _count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(_rows[middle].RowKey, key))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }
}
