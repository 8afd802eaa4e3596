using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Calendars;

/// <summary>A stretch of a day in which a service is open, in minutes since midnight by the clock on the wall.</summary>
/// <param name="From">The first minute, 0 to 1,439.</param>
/// <param name="To">The minute from which it is closed, 1 to 1,440.</param>
public readonly record struct OpeningHours(int From, int To)
{
    /// <summary>Reads 08:00-20:00; 24:00 is the end of the day. Null when it is not written so, or ends before it starts.</summary>
    public static OpeningHours? Read(string text) =>
        text is { Length: 11 } && text[5] == '-'
        && TimeOfDayText.Minutes(text[..5]) is { } from && TimeOfDayText.Minutes(text[6..]) is { } to && from < to
            ? new(from, to)
            : null;
}
