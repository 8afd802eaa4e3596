using System.Globalization;
using Pipeline.Tests.Infrastructure;

namespace Pipeline.Tests.Quality.Indicators;

/// <summary>The numbers of docs/indicators.md.</summary>
internal static class IndicatorsPage
{
    private static readonly string Text = Repository.Read("docs/indicators.md");

    /// <summary>The number that a worked example ends in.</summary>
    public static double Example(string name)
    {
        var example = Text[Text.IndexOf($"- `{name}`:", StringComparison.Ordinal)..];
        return double.Parse(example.Split("**")[1], CultureInfo.InvariantCulture);
    }

    /// <summary>The rows of the table of the bundled conversations: first response, waits, their number, the longest, engaged, held, turns.</summary>
    public static IReadOnlyDictionary<string, double[]> Bundled { get; } = Text.Split('\n')
        .Where(line => line.StartsWith("| en-", StringComparison.Ordinal) || line.StartsWith("| fr-", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[0].Trim(), cells => cells.Skip(1).Where(cell => cell.Length > 0)
            .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
}
