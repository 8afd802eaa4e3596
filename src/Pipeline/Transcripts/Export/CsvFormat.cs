using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pipeline.Transcripts.Export;

/// <summary>
/// Comma-separated values as RFC 4180 has them, in UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it: what
/// customers write must not run on the machine of those who read it.
/// </summary>
/// <param name="withByteOrderMark">Whether the file begins with a byte order mark, by which some spreadsheets tell UTF-8.</param>
/// <param name="withHeader">Whether the names of the columns come first; not where a file is gone on with.</param>
public sealed class CsvFormat(bool withByteOrderMark, bool withHeader = true) : IExportFormat
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    // What a spreadsheet may take for the beginning of a formula (OWASP, "CSV injection").
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <inheritdoc/>
    public string MediaType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public string Extension => "csv";

    /// <inheritdoc/>
    public void Begin(IBufferWriter<byte> output, IReadOnlyList<ExportColumn> columns)
    {
        if (withByteOrderMark)
        {
            output.Write(Encoding.UTF8.Preamble);
        }

        if (withHeader)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                Field(output, columns[column].Name, column);
            }

            output.Write("\r\n"u8);
        }
    }

    /// <inheritdoc/>
    public void Row(IBufferWriter<byte> output, IReadOnlyList<ExportColumn> columns, object?[] values)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            var value = values[column] switch
            {
                null => "",
                string text => Harmless(text),
                bool flag => flag ? "true" : "false",
                double number => number.ToString("R", CultureInfo.InvariantCulture),
                DateTimeOffset time => ExportTime.Of(time),
                var other => throw new InvalidOperationException($"A column gave a {other.GetType().Name}."),
            };
            Field(output, value, column);
        }

        output.Write("\r\n"u8);
    }

    /// <inheritdoc/>
    public void End(IBufferWriter<byte> output)
    {
    }

    // Blanks before the sign do not keep a spreadsheet from it.
    private static string Harmless(string text) =>
        text.Length > 0 && (Formula.Contains(text[0]) || (text.TrimStart() is [var first, ..] && Formula.Contains(first))) ? $"'{text}" : text;

    private static void Field(IBufferWriter<byte> output, string value, int column)
    {
        if (column > 0)
        {
            output.Write(","u8);
        }

        var field = value.AsSpan().IndexOfAny(Special) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var bytes = output.GetSpan(Encoding.UTF8.GetMaxByteCount(field.Length));
        output.Advance(Encoding.UTF8.GetBytes(field, bytes));
    }
}

/// <summary>How times are written.</summary>
internal static class ExportTime
{
    /// <summary>ISO 8601 in UTC, with as many decimals of a second as it has.</summary>
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
