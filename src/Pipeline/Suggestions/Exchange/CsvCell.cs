using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Suggestions.Exchange;

/// <summary>A value in a cell of a spreadsheet, without loss both ways.</summary>
internal static class CsvCell
{
    private const char ListSeparator = '|';
    private const char Escape = '\\';
    private const char Guard = '\'';

    // A cell that starts so is taken for a formula, and a formula can send what stands in the sheet elsewhere (OWASP, "CSV Injection").
    private const string FormulaStarts = "=+-@\t\r\n";

    /// <summary>The cell of a JSON value; empty for null.</summary>
    public static string Write(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => Guarded(string.Join(ListSeparator, list.Select(entry => Escaped((string)entry!)))),
        _ when value.GetValueKind() == JsonValueKind.String => Guarded((string)value!),
        _ => value.ToJsonString(),
    };

    /// <summary>The JSON value of a cell; null when it is empty.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="type">What the field takes.</param>
    /// <exception cref="FormatException">The cell is no such value; the message says what it must be.</exception>
    public static JsonNode? Read(string cell, Type type)
    {
        var text = Unguarded(cell);
        if (type == typeof(IReadOnlyList<string>))
        {
            return List(text);
        }

        if (type == typeof(string))
        {
            return text.Length == 0 ? null : JsonValue.Create(text);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(bool) ? Flag(text.Trim())
            : plain == typeof(int) ? Number(text.Trim())
            : plain == typeof(DateOnly) ? Day(text.Trim())
            : Time(text.Trim());
    }

    private static JsonValue Flag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "VRAI" => JsonValue.Create(true),
        "FALSE" or "FAUX" => JsonValue.Create(false),
        _ => throw new FormatException($"'{text}' is neither true nor false."),
    };

    private static JsonValue Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw new FormatException($"'{text}' is not a whole number.");

    private static JsonValue Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? JsonValue.Create(text)
            : throw new FormatException($"'{text}' is not a day written YYYY-MM-DD.");

    private static JsonValue Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? JsonValue.Create(time)
            : throw new FormatException($"'{text}' is not a time such as 2026-03-02T09:00:00Z.");

    private static string Guarded(string text) =>
        text.Length > 0 && (FormulaStarts.Contains(text[0], StringComparison.Ordinal) || text[0] == Guard) ? Guard + text : text;

    /// <summary>Only what <see cref="Guarded"/> adds is taken away: "'tis" that somebody wrote in a sheet keeps its apostrophe.</summary>
    private static string Unguarded(string cell) =>
        cell.Length > 1 && cell[0] == Guard && (FormulaStarts.Contains(cell[1], StringComparison.Ordinal) || cell[1] == Guard) ? cell[1..] : cell;

    private static string Escaped(string entry) =>
        entry.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static JsonArray List(string text)
    {
        var entries = new JsonArray();
        if (text.Length == 0)
        {
            return entries;
        }

        var entry = new StringBuilder();
        for (var position = 0; position < text.Length; position++)
        {
            var isEscape = text[position] == Escape && position + 1 < text.Length;
            if (text[position] == ListSeparator)
            {
                entries.Add((JsonNode)entry.ToString());
                entry.Clear();
            }
            else
            {
                position += isEscape ? 1 : 0;
                entry.Append(text[position]);
            }
        }

        entries.Add((JsonNode)entry.ToString());
        return entries;
    }
}
