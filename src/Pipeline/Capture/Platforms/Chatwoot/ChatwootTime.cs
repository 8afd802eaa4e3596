using System.Globalization;
using System.Text.Json;
using Pipeline.Capture.Reading;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>Times in Chatwoot's webhooks: ISO 8601, <c>2020-03-03 13:05:57 UTC</c>, or seconds since 1970, also with a fraction.</summary>
internal static class ChatwootTime
{
    private const string Expected = "a time: ISO 8601 with its zone, '2020-03-03 13:05:57 UTC', or seconds since 1970";
    private const decimal MaxSeconds = 99_999_999_999;

    /// <summary>A time, in UTC; null when missing.</summary>
    public static DateTimeOffset? TimeOrNone(BodyObject body, string name, DateTimeOffset now) => body.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number => body.Plausible(name, FromSeconds(number) ?? throw body.Wrong(name, Expected), now),
        _ => body.Plausible(name, FromText(body.Text(name, CaptureLimits.Label)) ?? throw body.Wrong(name, Expected), now),
    };

    /// <summary>A time without its fraction of a second.</summary>
    public static DateTimeOffset ToTheSecond(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    private static DateTimeOffset? FromSeconds(JsonElement number) =>
        number.TryGetDecimal(out var seconds) && seconds is >= 0 and <= MaxSeconds
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;

    private static DateTimeOffset? FromText(string text) => BodyTime.ParseIso(text) ?? (DateTimeOffset.TryParseExact(
        text, "yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null);
}
