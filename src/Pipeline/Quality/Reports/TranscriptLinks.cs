using System.Globalization;
using Pipeline.Quality.Indicators;

namespace Pipeline.Quality.Reports;

/// <summary>The queries that list the conversations of a figure.</summary>
internal static class TranscriptLinks
{
    private const string Path = "/api/transcripts";

    /// <summary>The queries of a group: one, or one for each reason of a phase; none where no query tells it.</summary>
    public static IReadOnlyList<string> Of(ReportPeriod period, Dimension dimension, string value, JourneyMap map) => (dimension, value) switch
    {
        (Dimension.All, _) => [Query(period)],
        (Dimension.Phase, _) => [.. map.IntentsOf(value).Select(intent => Query(period, ("reason", intent)))],
        (_, Dimensions.None) or (Dimension.Assistance, _) => [],
        _ => [Query(period, (Name(dimension), value))],
    };

    /// <summary>The query of some conversations of a period.</summary>
    public static string Query(ReportPeriod period, params (string Name, string Value)[] parameters)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"{Path}?from={period.From:yyyy-MM-dd}&to={period.To:yyyy-MM-dd}&open=false");
        var brand = period.Brand is null || parameters.Any(parameter => parameter.Name == "brand") ? "" : $"&brand={Uri.EscapeDataString(period.Brand)}";
        return query + brand + string.Concat(parameters.Select(parameter => $"&{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
    }

    /// <summary>One conversation.</summary>
    public static string Conversation(string key) => $"{Path}/{Uri.EscapeDataString(key)}";

    private static string Name(Dimension dimension) => dimension.ToString().ToLowerInvariant();
}
