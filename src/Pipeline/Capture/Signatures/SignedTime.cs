using System.Globalization;
using Pipeline.Capture.Reading;

namespace Pipeline.Capture.Signatures;

/// <summary>Reads the time of a signature. What is signed is the header's text; this is for its age alone.</summary>
internal static class SignedTime
{
    private const int MaxDigits = 13;

    // With fractions to the nanosecond and a zone such as +01:00.
    private const int MaxIsoLength = 35;

    // As seconds this is the year 5138, as milliseconds 1973: no webhook was sent at either.
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>The milliseconds since 1970; null when the text is no time of this unit.</summary>
    public static long? ReadMilliseconds(TimestampUnit unit, string text)
    {
        if (text.Length <= MaxDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var isMilliseconds = unit == TimestampUnit.Milliseconds || (unit == TimestampUnit.IsoOrEpoch && number >= FirstMilliseconds);
            return isMilliseconds ? number : number * 1000;
        }

        return unit == TimestampUnit.IsoOrEpoch && text.Length <= MaxIsoLength ? BodyTime.ParseIso(text)?.ToUnixTimeMilliseconds() : null;
    }
}
