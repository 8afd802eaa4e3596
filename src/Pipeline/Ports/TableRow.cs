namespace Pipeline.Ports;

/// <summary>
/// A row of a table, with the limits of Azure Table storage: keys of at most 512 characters without <c>/ \ # ?</c> or control
/// characters, at most 252 properties, strings of at most 32,767 characters, 1 MiB in all.
/// </summary>
/// <param name="PartitionKey">The partition.</param>
/// <param name="RowKey">The key within the partition; rows are ordered by it, ordinally by UTF-16 code unit.</param>
/// <param name="Properties">
/// The values: <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/> or
/// <see cref="DateTimeOffset"/> (kept in UTC). A null value is a property that is not there.
/// </param>
/// <param name="ETag">The version of the row as read; null on a row that was not read. Compared only for equality.</param>
public sealed record TableRow(
    string PartitionKey, string RowKey, IReadOnlyDictionary<string, object> Properties, string? ETag = null)
{
    /// <summary>The text of a property; null when the row lacks it.</summary>
    /// <exception cref="InvalidCastException">The property is not text.</exception>
    public string? Text(string name) => Properties.TryGetValue(name, out var value) ? (string)value : null;
}
