using System.Globalization;
using Pipeline.Capture.Reading;

namespace Pipeline.Capture.Platforms.Slack;

/// <summary>Slack's times, which are the ids of messages too: seconds since 1970, a dot, and six digits (<c>1741076042.000001</c>).</summary>
internal static class SlackTime
{
    private const int FractionDigits = 6;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    // 11 digits of seconds reach beyond the year 5000.
    private const int MaxSecondsDigits = 11;

    /// <summary>Reads a time that must be there.</summary>
    public static DateTimeOffset Read(BodyObject body, string name, DateTimeOffset now)
    {
        var text = body.Text(name, CaptureLimits.Label);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot is > 0 and <= MaxSecondsDigits && text.Length == dot + 1 + FractionDigits
            && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
                ? body.Plausible(name, DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(microseconds * TicksPerMicrosecond), now)
                : throw body.Wrong(name, "a time such as 1741076042.000001");
    }
}
