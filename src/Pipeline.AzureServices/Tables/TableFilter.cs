using System.Globalization;
using System.Text;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Tables;

/// <summary>
/// The filter text of a query, in the dialect of OData that Table storage takes: comparisons joined by <c>and</c>, and literals as its page
/// "Querying tables and entities" describes them.
/// </summary>
public static class TableFilter
{
    /// <summary>The filter of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="afterRowKey">The last key of the page before: it takes the place of the lower bound; null for the first page.</param>
    public static string Of(TableQuery query, string? afterRowKey = null)
    {
        var filter = new StringBuilder("PartitionKey eq ").Append(Literal(query.PartitionKey));
        if (afterRowKey is not null)
        {
            filter.Append(" and RowKey gt ").Append(Literal(afterRowKey));
        }
        else if (query.FromRowKey is { } from)
        {
            filter.Append(" and RowKey ge ").Append(Literal(from));
        }

        if (query.BeforeRowKey is { } before)
        {
            filter.Append(" and RowKey lt ").Append(Literal(before));
        }

        foreach (var (name, value) in query.Filters ?? new Dictionary<string, object>())
        {
            filter.Append(" and ").Append(name).Append(" eq ").Append(Literal(value));
        }

        return filter.ToString();
    }

    /// <summary>A value as a literal. A quotation mark in text is doubled, so that text never ends the literal early.</summary>
    /// <exception cref="ArgumentException">Rows hold no such value.</exception>
    public static string Literal(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number when double.IsFinite(number) => Real(number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset time => $"datetime'{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}'",
        _ => throw new ArgumentException($"A filter compares no {value.GetType().Name} such as {value}.", nameof(value)),
    };

    /// <summary>A whole number needs its point, or it is read as an integer, and no property of another type equals it.</summary>
    private static string Real(string digits) => digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits;
}
