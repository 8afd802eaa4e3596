using System.Globalization;

namespace Pipeline.Quality.Review;

/// <summary>Weeks by ISO 8601, in UTC: <c>2026-W09</c>.</summary>
public static class IsoWeek
{
    /// <summary>The week of a time.</summary>
    public static string Of(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at.UtcDateTime)}-W{ISOWeek.GetWeekOfYear(at.UtcDateTime):D2}");

    /// <summary>Whether a text is a week.</summary>
    public static bool IsWeek(string text) =>
        text is [_, _, _, _, '-', 'W', _, _]
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
        && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week is >= 1 and <= 53;
}
