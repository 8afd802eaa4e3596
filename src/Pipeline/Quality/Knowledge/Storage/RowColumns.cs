using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Knowledge.Storage;

/// <summary>Reads and writes columns that may be missing.</summary>
internal static class RowColumns
{
    /// <summary>A time; null when the row lacks it.</summary>
    public static DateTimeOffset? Time(this TableRow row, string name) =>
        row.Properties.TryGetValue(name, out var value) ? (DateTimeOffset)value : null;

    /// <summary>A list of texts, kept as JSON; empty when the row lacks it.</summary>
    public static IReadOnlyList<string> List(this TableRow row, string name) =>
        row.Text(name) is { } json ? JsonSerializer.Deserialize(json, PipelineJson.Default.IReadOnlyListString)! : [];

    /// <summary>A word of an enumeration; null when the row lacks it.</summary>
    public static T? Named<T>(this TableRow row, string name)
        where T : struct, Enum => row.Text(name) is { } word ? Enum.Parse<T>(word) : null;

    /// <summary>Sets a column, unless there is nothing.</summary>
    public static Dictionary<string, object> Put(this Dictionary<string, object> columns, string name, object? value)
    {
        if (value is not null)
        {
            columns[name] = value;
        }

        return columns;
    }

    /// <summary>Sets a list, unless it is empty.</summary>
    public static Dictionary<string, object> Put(this Dictionary<string, object> columns, string name, IReadOnlyList<string> list) =>
        list.Count == 0 ? columns : columns.Put(name, (object)JsonSerializer.Serialize(list, PipelineJson.Default.IReadOnlyListString));
}
