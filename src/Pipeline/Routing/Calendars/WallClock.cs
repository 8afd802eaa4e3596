namespace Pipeline.Routing.Calendars;

/// <summary>Finds the moments at which a clock on the wall shows a time.</summary>
internal static class WallClock
{
    /// <summary>
    /// The moments of a time of day: one as a rule; two when the clock is put back over it; when it is put forward over it, the moment at
    /// which it is put forward, for from then on the time is past.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset> Moments(TimeZoneInfo zone, DateOnly day, int minuteOfDay)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minuteOfDay);
        if (zone.IsAmbiguousTime(local))
        {
            return [.. zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(offset => new DateTimeOffset(local, offset))];
        }

        if (!zone.IsInvalidTime(local))
        {
            return [new DateTimeOffset(local, zone.GetUtcOffset(local))];
        }

        // The gap is at most some hours wide, and clocks are changed at whole minutes.
        var after = local;
        while (zone.IsInvalidTime(after))
        {
            after = after.AddMinutes(1);
        }

        return [new DateTimeOffset(after, zone.GetUtcOffset(after))];
    }
}
