using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.AzureServices.Tables;

/// <summary>
/// Where the next page of a query starts. The service's own token names the next row as it was then, so that a row written before that one would
/// be missed; ours names the last row that was read. Only where a page had no row (the service had looked for long enough) does its token go on.
/// </summary>
public static class TableContinuation
{
    private const char AfterRow = 'r';
    private const char FromService = 's';

    private const int MostShown = 100;

    // The kind, and the hash of what was asked.
    private const int Head = 1 + 16;

    /// <summary>A place in the rows of a query.</summary>
    /// <param name="AfterRowKey">The last row key that was read; null when none was.</param>
    /// <param name="ServiceToken">The service's token for the query after that key; null to start it.</param>
    public sealed record Place(string? AfterRowKey, string? ServiceToken);

    /// <summary>The continuation after a page; null when the service has no more.</summary>
    /// <param name="query">The query.</param>
    /// <param name="from">Where the page started.</param>
    /// <param name="rows">The rows of the page.</param>
    /// <param name="serviceToken">The service's token; null or empty after the last page.</param>
    public static string? Write(TableQuery query, Place from, IReadOnlyList<TableRow> rows, string? serviceToken)
    {
        if (string.IsNullOrEmpty(serviceToken))
        {
            return null;
        }

        var text = rows.Count > 0
            ? $"{AfterRow}{HashOf(query)}{rows[^1].RowKey}"
            : $"{FromService}{HashOf(query)}{from.AfterRowKey?.Length ?? -1}:{from.AfterRowKey}{serviceToken}";
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Where a page starts.</summary>
    /// <exception cref="FormatException">The query's continuation was not made by <see cref="Write"/> for the same question.</exception>
    public static Place Read(TableQuery query)
    {
        if (query.Continuation is not { } continuation)
        {
            return new(null, null);
        }

        if (!Base64Url.IsValid(continuation)
            || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(continuation)) is not { Length: >= Head } text
            || !text.AsSpan(1, Head - 1).SequenceEqual(HashOf(query)))
        {
            throw NotOfIt(continuation);
        }

        var rest = text[Head..];
        return text[0] switch
        {
            AfterRow => new(rest, null),
            FromService when rest.Split(':', 2) is [var number, var both]
                && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var length) && length <= both.Length =>
                length < 0 ? new(null, both) : new(both[..length], both[length..]),
            _ => throw NotOfIt(continuation),
        };
    }

    /// <summary>A continuation goes on with the question it came from, and with no other.</summary>
    private static string HashOf(TableQuery query) =>
        StableHash.Of(TableFilter.Of(query)).ToString("x16", CultureInfo.InvariantCulture);

    private static FormatException NotOfIt(string continuation) => new(
        $"'{(continuation.Length > MostShown ? continuation[..MostShown] + "…" : continuation)}' is no continuation of this query: pass the one "
        + "of the page before, or none to start anew.");
}
