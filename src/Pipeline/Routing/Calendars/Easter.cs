namespace Pipeline.Routing.Calendars;

/// <summary>When Easter is.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).</summary>
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
