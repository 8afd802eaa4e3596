using System.Buffers;
using System.Text;

namespace Pipeline.Suggestions.Exchange;

/// <summary>
/// Comma-separated values as RFC 4180 has them: records end in a line break, fields with a comma, a quote or a line break stand in quotes, a
/// quote in them is doubled. A reader of our own, because it must say where a file is wrong and keep the domain free of packages.
/// </summary>
internal static class CsvText
{
    private const char Quote = '"';

    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    /// <summary>The records of a text; empty lines are none. The fields are separated by what separates those of the first line.</summary>
    /// <exception cref="CsvException">A quote is not closed, or something follows a closing one.</exception>
    public static IReadOnlyList<CsvRecord> Read(string text)
    {
        var separator = SeparatorOf(text);
        List<CsvRecord> records = [];
        for (var (position, row) = (0, 1); position < text.Length; row++)
        {
            List<string> fields = [];
            bool more;
            do
            {
                (var field, position) = ReadField(text, position, separator, row);
                fields.Add(field);
                more = position < text.Length && text[position] == separator;
                position += more ? 1 : 0;
            }
            while (more);

            position = AfterLineBreak(text, position);
            if (fields is not [""])
            {
                records.Add(new(row, fields));
            }
        }

        return records;
    }

    /// <summary>Appends a record.</summary>
    public static void Write(StringBuilder text, IEnumerable<string> fields)
    {
        text.AppendJoin(',', fields.Select(field => field.AsSpan().IndexOfAny(Special) < 0
            ? field
            : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        text.Append("\r\n");
    }

    /// <summary>Spreadsheets write a semicolon where the comma is the decimal sign, and a tab when they are asked for text.</summary>
    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var at = text.AsSpan(0, end < 0 ? text.Length : end).IndexOfAny(",;\t");
        return at < 0 ? ',' : text[at];
    }

    private static (string Field, int End) ReadField(string text, int start, char separator, int row)
    {
        if (start >= text.Length || text[start] != Quote)
        {
            var length = text.AsSpan(start).IndexOfAny(separator, '\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            return (text[start..end], end);
        }

        var field = new StringBuilder();
        for (var position = start + 1; position < text.Length; position++)
        {
            if (text[position] != Quote)
            {
                field.Append(text[position]);
            }
            else if (position + 1 < text.Length && text[position + 1] == Quote)
            {
                field.Append(Quote);
                position++;
            }
            else
            {
                var end = position + 1;
                return end == text.Length || text[end] == separator || text[end] is '\r' or '\n'
                    ? (field.ToString(), end)
                    : throw new CsvException(row, "something follows a closing quote; a quote within a field is written twice.");
            }
        }

        throw new CsvException(row, "a quote is opened and never closed.");
    }

    private static int AfterLineBreak(string text, int position) =>
        position >= text.Length ? position
        : text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? position + 2
        : position + 1;
}

/// <summary>A record.</summary>
/// <param name="Row">Its row in a spreadsheet, from 1.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record CsvRecord(int Row, IReadOnlyList<string> Fields);

/// <summary>A text is not CSV.</summary>
internal sealed class CsvException(int row, string problem) : Exception($"Row {row}: {problem}")
{
    /// <summary>The row.</summary>
    public int Row { get; } = row;

    /// <summary>What is wrong with it.</summary>
    public string Problem { get; } = problem;
}
