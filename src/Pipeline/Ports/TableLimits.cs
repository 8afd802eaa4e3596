using System.Collections.Frozen;

namespace Pipeline.Ports;

/// <summary>
/// The limits of Azure Table storage ("Understanding the Table service data model"), checked before anything is sent. The emulator lets
/// some of them pass that Azure refuses, so every implementation of <see cref="ITables"/> asks here.
/// </summary>
public static class TableLimits
{
    /// <summary>The longest partition or row key, in UTF-16 characters: 1 KiB.</summary>
    public const int MaxKeyLength = 512;

    /// <summary>The most properties of a row: 255 with partition key, row key and timestamp.</summary>
    public const int MaxProperties = 252;

    /// <summary>The longest name of a property, in characters.</summary>
    public const int MaxPropertyNameLength = 255;

    /// <summary>The longest text of a property, in UTF-16 characters: less than 64 KiB.</summary>
    public const int MaxTextLength = 32_767;

    /// <summary>The largest row, in bytes, as Azure counts them.</summary>
    public const int MaxRowBytes = 1024 * 1024;

    /// <summary>The largest batch, in bytes, as the sum of its rows.</summary>
    public const int MaxBatchBytes = 4 * 1024 * 1024;

    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(StringComparer.Ordinal, "PartitionKey", "RowKey", "Timestamp");

    /// <summary>The earliest time a property can hold.</summary>
    public static DateTimeOffset MinTime { get; } = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Checks the name of a table: 3 to 63 letters and digits of ASCII, starting with a letter, and not <c>tables</c>.</summary>
    /// <exception cref="ArgumentException">The name breaks a rule.</exception>
    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit)
            || string.Equals(table, "tables", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"'{table}' is no table name: it takes 3 to 63 letters and digits, starting with a letter; 'tables' is reserved.",
                nameof(table));
        }
    }

    /// <summary>Checks a partition key or row key.</summary>
    /// <param name="key">The key: may be empty.</param>
    /// <param name="what">What the key is, for the message: <c>partition key</c>, <c>row key</c>.</param>
    /// <exception cref="ArgumentException">The key is too long or has a character that keys may not have.</exception>
    public static void CheckKey(string key, string what)
    {
        CheckKeyLength(key, what);
        for (var index = 0; index < key.Length; index++)
        {
            if (key[index] is '/' or '\\' or '#' or '?' || char.IsControl(key[index]) || IsLoneSurrogate(key, index))
            {
                throw new ArgumentException(
                    $"The {what} has U+{(int)key[index]:X4} at position {index}: a key has no / \\ # ?, no control characters "
                    + "and no half of a surrogate pair.",
                    nameof(key));
            }
        }
    }

    /// <summary>Checks a query. Its bounds are only compared with keys, so they may hold characters that keys may not.</summary>
    /// <exception cref="ArgumentException">A key or the page size breaks a limit.</exception>
    public static void CheckQuery(TableQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckKey(query.PartitionKey, "partition key");
        CheckKeyLength(query.FromRowKey ?? "", "lower bound");
        CheckKeyLength(query.BeforeRowKey ?? "", "upper bound");
        ArgumentOutOfRangeException.ThrowIfLessThan(query.MaxRows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.MaxRows, TableQuery.MaxPage);
        foreach (var (name, value) in query.Filters ?? FrozenDictionary<string, object>.Empty)
        {
            CheckPropertyName(name);
            _ = ValueBytes(name, value);
        }
    }

    /// <summary>Checks a scan.</summary>
    /// <exception cref="ArgumentException">The name or the page size breaks a limit.</exception>
    public static void CheckScan(string table, int maxRows)
    {
        CheckTable(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRows, TableQuery.MaxPage);
    }

    /// <summary>Checks a batch: its size, its keys, its rows, and that no row is in it twice.</summary>
    /// <exception cref="ArgumentException">A limit is broken; the message names what and where.</exception>
    public static void CheckBatch(string partitionKey, IReadOnlyList<TableChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        CheckKey(partitionKey, "partition key");
        if (changes.Count is < 1 or > ITables.MaxBatch)
        {
            throw new ArgumentException($"A batch holds 1 to {ITables.MaxBatch} changes, and this one {changes.Count}.", nameof(changes));
        }

        var total = 0;
        var seen = changes.Count > 1 ? new HashSet<string>(changes.Count, StringComparer.Ordinal) : null;
        foreach (var change in changes)
        {
            total += CheckChange(partitionKey, change);
            if (seen?.Add(change.RowKey) == false)
            {
                throw new ArgumentException($"Row '{change.RowKey}' is in the batch twice.", nameof(changes));
            }
        }

        if (total > MaxBatchBytes)
        {
            throw new ArgumentException($"The batch has {total} bytes; the most is {MaxBatchBytes}.", nameof(changes));
        }
    }

    /// <summary>The size of a row as Azure counts it: 4 bytes, the keys and names in UTF-16, 8 bytes a property, and the values.</summary>
    /// <exception cref="ArgumentException">A property breaks a limit; the message names it.</exception>
    public static int RowBytes(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (count, bytes) = (0, 4 + (2 * (row.PartitionKey.Length + row.RowKey.Length)));
        foreach (var (name, value) in row.Properties)
        {
            // Null is a property that is not there.
            if (value is not null)
            {
                CheckPropertyName(name);
                bytes += 8 + (2 * name.Length) + ValueBytes(name, value);
                count++;
            }
        }

        return count <= MaxProperties
            ? bytes
            : throw new ArgumentException($"Row '{row.RowKey}' has {count} properties; the most is {MaxProperties}.", nameof(row));
    }

    private static int CheckChange(string partitionKey, TableChange change)
    {
        CheckKey(change.RowKey, "row key");
        var row = change switch
        {
            TableChange.Insert insert => insert.Row,
            TableChange.Replace replace => replace.Row,
            TableChange.Upsert upsert => upsert.Row,
            _ => null,
        };
        if (row is null)
        {
            return 0;
        }

        if (!string.Equals(row.PartitionKey, partitionKey, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"Row '{row.RowKey}' is of partition '{row.PartitionKey}', and the batch of '{partitionKey}'.", nameof(change));
        }

        var bytes = RowBytes(row);
        return bytes <= MaxRowBytes
            ? bytes
            : throw new ArgumentException($"Row '{row.RowKey}' has {bytes} bytes; the most is {MaxRowBytes}.", nameof(change));
    }

    private static void CheckKeyLength(string key, string what)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length > MaxKeyLength)
        {
            throw new ArgumentException($"The {what} has {key.Length} characters; the most is {MaxKeyLength}.", nameof(key));
        }
    }

    private static void CheckPropertyName(string name)
    {
        if (name.Length is 0 or > MaxPropertyNameLength || Reserved.Contains(name) || char.IsAsciiDigit(name[0])
            || !name.All(static character => char.IsLetterOrDigit(character) || character == '_'))
        {
            throw new ArgumentException(
                $"'{name}' is no property name: it takes 1 to {MaxPropertyNameLength} letters, digits and underscores, "
                + "starts with no digit, and is none of PartitionKey, RowKey and Timestamp.",
                nameof(name));
        }
    }

    private static int ValueBytes(string name, object value) => value switch
    {
        string text when text.Length > MaxTextLength => throw new ArgumentException(
            $"Property '{name}' has {text.Length} characters; the most is {MaxTextLength}.", nameof(value)),
        string text => 4 + (2 * text.Length),
        bool => 1,
        int => 4,
        long or double => 8,
        DateTimeOffset time when time < MinTime => throw new ArgumentException(
            $"Property '{name}' is before {MinTime:yyyy-MM-dd}, the earliest time a table can hold.", nameof(value)),
        DateTimeOffset => 8,
        _ => throw new ArgumentException(
            $"Property '{name}' is a {value?.GetType().Name ?? "null"}; "
            + "a table holds String, Boolean, Int32, Int64, Double and DateTimeOffset.",
            nameof(value)),
    };

    private static bool IsLoneSurrogate(string key, int index) => char.IsSurrogate(key[index])
        && !(char.IsHighSurrogate(key[index]) && index + 1 < key.Length && char.IsLowSurrogate(key[index + 1]))
        && !(char.IsLowSurrogate(key[index]) && index > 0 && char.IsHighSurrogate(key[index - 1]));
}
