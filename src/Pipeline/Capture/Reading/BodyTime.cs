using System.Globalization;

namespace Pipeline.Capture.Reading;

/// <summary>Times in the bodies of webhooks.</summary>
internal static class BodyTime
{
    private const string Iso = "a time with its zone, such as 2026-03-04T08:14:02.271Z";

    /// <summary>A time in ISO 8601 with its zone, in UTC; null when missing.</summary>
    public static DateTimeOffset? IsoTimeOrNone(this BodyObject body, string name, DateTimeOffset now) =>
        body.Find(name) is null
            ? null
            : body.Plausible(name, ParseIso(body.Text(name, CaptureLimits.Label)) ?? throw body.Wrong(name, Iso), now);

    /// <summary>Refuses a time that no platform can mean.</summary>
    public static DateTimeOffset Plausible(this BodyObject body, string name, DateTimeOffset time, DateTimeOffset now) =>
        time >= CaptureLimits.Earliest && time <= now + CaptureLimits.Ahead
            ? time
            : throw new BodyRefusedException(new(
                400,
                "time-implausible",
                "A time in the body cannot be right.",
                $"{body.PathOf(name)} must lie between {CaptureLimits.Earliest.Year} and one day ahead of this server's clock.",
                body.PathOf(name)));

    /// <summary>Reads a time in ISO 8601; null when it is not one, or names no zone.</summary>
    public static DateTimeOffset? ParseIso(string text)
    {
        var zoned = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text.Contains('T', StringComparison.Ordinal));
        return zoned && text.Length > 10 && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
                ? time
                : null;
    }
}
