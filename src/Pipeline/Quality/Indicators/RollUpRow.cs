using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>The groups of a day in one dimension, as a row, with the version of the day that they were made from.</summary>
internal static class RollUpRow
{
    /// <summary>How figures are made: a row of another way is made anew.</summary>
    private const int Shape = 1;

    private const string VersionName = "Version";

    public static TableRow From(RollUpScope scope, Dimension dimension, DateOnly day, string version, SortedDictionary<string, Figures> groups)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { [VersionName] = Shaped(version) };
        var text = JsonSerializer.Serialize(groups, FiguresJson.Default.SortedDictionaryStringFigures);
        for (var part = 0; part * TableLimits.MaxTextLength < text.Length; part++)
        {
            var from = part * TableLimits.MaxTextLength;
            properties[Part(part)] = text.Substring(from, Math.Min(TableLimits.MaxTextLength, text.Length - from));
        }

        return new(IndicatorRows.RollUpPartition(scope), IndicatorRows.RollUpRow(dimension, day), properties);
    }

    public static DateOnly Day(TableRow row) => IndicatorRows.ReadDay(row.RowKey[(row.RowKey.IndexOf('~', StringComparison.Ordinal) + 1)..]);

    /// <summary>Whether it was made from this version of the day.</summary>
    public static bool IsOf(TableRow row, string version) => row.Text(VersionName) == Shaped(version);

    public static SortedDictionary<string, Figures> Read(TableRow row)
    {
        var text = row.Text(Part(0))!;
        for (var part = 1; row.Text(Part(part)) is { } next; part++)
        {
            text += next;
        }

        return JsonSerializer.Deserialize(text, FiguresJson.Default.SortedDictionaryStringFigures)!;
    }

    private static string Part(int part) => string.Create(CultureInfo.InvariantCulture, $"Groups{part}");

    private static string Shaped(string version) => string.Create(CultureInfo.InvariantCulture, $"{Shape} {version}");
}

/// <summary>How figures are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SortedDictionary<string, Figures>))]
internal sealed partial class FiguresJson : JsonSerializerContext;
