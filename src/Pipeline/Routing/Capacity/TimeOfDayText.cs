namespace Pipeline.Routing.Capacity;

/// <summary>Reads a time of day in data.</summary>
public static class TimeOfDayText
{
    /// <summary>Minutes since midnight of HH:mm, 00:00 to 24:00; null when it is not written so.</summary>
    public static int? Minutes(string text) =>
        text is [var h1, var h2, ':', var m1, var m2]
        && char.IsAsciiDigit(h1) && char.IsAsciiDigit(h2) && char.IsAsciiDigit(m1) && char.IsAsciiDigit(m2)
        && (((h1 - '0') * 10) + h2 - '0', ((m1 - '0') * 10) + m2 - '0') is var (hour, minute)
        && (hour < 24 ? minute < 60 : hour == 24 && minute == 0)
            ? (hour * 60) + minute
            : null;
}
