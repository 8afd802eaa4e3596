using System.Globalization;
using Pipeline.Messages;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Calendars;

/// <summary>Tells a customer when a service opens, in words of their language and by the clock on their wall.</summary>
public static class OpeningWords
{
    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] FrenchMonths =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>The words in both languages.</summary>
    public static OutOfHours Of(Closing closing, DateTimeOffset now) => new(closing.OpensAt, French(closing, now), English(closing, now));

    /// <summary>The sentence in French, such as "Nous serons de retour lundi à 8 h."</summary>
    public static string French(Closing closing, DateTimeOffset now)
    {
        if (Local(closing, now) is not var (opens, days))
        {
            return "Nous sommes fermés pour le moment.";
        }

        var day = days switch
        {
            0 => "aujourd’hui",
            1 => "demain",
            < 7 => FrenchDays[(int)opens.DayOfWeek],
            _ => $"{FrenchDays[(int)opens.DayOfWeek]} {FrenchDate(opens)}",
        };
        var hour = string.Create(CultureInfo.InvariantCulture, $"{opens.Hour} h{(opens.Minute > 0 ? $" {opens.Minute:D2}" : "")}");
        return $"Nous serons de retour {day} à {hour}.";
    }

    /// <summary>The sentence in English, such as "We are back on Monday at 8:00."</summary>
    public static string English(Closing closing, DateTimeOffset now)
    {
        if (Local(closing, now) is not var (opens, days))
        {
            return "We are closed for the time being.";
        }

        var day = days switch
        {
            0 => "today",
            1 => "tomorrow",
            < 7 => $"on {opens.DayOfWeek}",
            _ => string.Create(CultureInfo.InvariantCulture, $"on {opens.DayOfWeek} {opens.Day} {opens:MMMM}"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"We are back {day} at {opens.Hour}:{opens.Minute:D2}.");
    }

    private static string FrenchDate(DateTimeOffset day) => string.Create(
        CultureInfo.InvariantCulture, $"{(day.Day == 1 ? "1er" : day.Day)} {FrenchMonths[day.Month - 1]}");

    private static (DateTimeOffset Opens, int Days)? Local(Closing closing, DateTimeOffset now)
    {
        if (closing.OpensAt is not { } opensAt)
        {
            return null;
        }

        var zone = TimeZones.Known(closing.TimeZone);
        var (opens, today) = (TimeZoneInfo.ConvertTime(opensAt, zone), TimeZoneInfo.ConvertTime(now, zone));
        return (opens, DateOnly.FromDateTime(opens.DateTime).DayNumber - DateOnly.FromDateTime(today.DateTime).DayNumber);
    }
}
