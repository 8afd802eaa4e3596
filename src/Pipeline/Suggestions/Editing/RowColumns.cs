using System.Globalization;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Editing;

/// <summary>Reads the columns of a text's row.</summary>
/// <param name="row">The row.</param>
/// <param name="prefix">What the names of the columns start with in this row; empty for the newest version.</param>
/// <param name="wrong">Makes the exception for a wrong column, of its name and its problem.</param>
public sealed class RowColumns(TableRow row, string prefix, Func<string, string, InvalidTextException> wrong)
{
    /// <summary>Text; null when the row lacks it.</summary>
    public string? Text(string name) => Value<string>(name, "text");

    /// <summary>A yes or no; no when the row lacks it.</summary>
    public bool Flag(string name) => row.Properties.ContainsKey(prefix + name) && Value<object>(name, "there") is var value
        && (value as bool? ?? throw wrong(name, "it is neither true nor false."));

    /// <summary>A number; null when the row lacks it.</summary>
    public int? Number(string name) => Value<object>(name, "there") is not { } value ? null
        : value as int? ?? throw wrong(name, "it is not a number.");

    /// <summary>A time; null when the row lacks it.</summary>
    public DateTimeOffset? Time(string name) => Value<object>(name, "there") is not { } value ? null
        : value as DateTimeOffset? ?? throw wrong(name, "it is not a time.");

    /// <summary>A day, kept as text; null when the row lacks it.</summary>
    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw wrong(name, "it is not a day written YYYY-MM-DD.");

    /// <summary>A list, kept as JSON; empty when the row lacks it.</summary>
    public IReadOnlyList<string> List(string name)
    {
        try
        {
            return Text(name) is { } json ? JsonSerializer.Deserialize(json, PipelineJson.Default.IReadOnlyListString) ?? [] : [];
        }
        catch (JsonException)
        {
            throw wrong(name, "it is not a JSON array of texts.");
        }
    }

    private T? Value<T>(string name, string what)
        where T : class => row.Properties.TryGetValue(prefix + name, out var value)
        ? value as T ?? throw wrong(name, $"it is not {what}.")
        : null;
}
