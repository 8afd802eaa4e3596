using System.Globalization;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Tests.Support;

/// <summary>
/// Writes all rows as text, without their ETags, so that two runs can be compared byte for byte. Left out are
/// seals, which tell what was known when, and the list of the places where questions ever stood, which only grows.
/// </summary>
public static class TableText
{
    public static string Of(InMemoryTables tables, params string[] only) => string.Join('\n', tables.Dump()
        .Where(entry => only.Length == 0 ? entry.Table != TableNames.Seals : only.Contains(entry.Table))
        .Where(entry => (entry.Table, entry.Row.PartitionKey) != (TableNames.Questions, QuestionScope.Index))
        .Select(entry => $"{entry.Table} {entry.Row.PartitionKey} {entry.Row.RowKey} " + string.Join("; ", entry.Row.Properties
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => $"{property.Key}={Convert.ToString(property.Value, CultureInfo.InvariantCulture)}"))));
}
