using System.Globalization;

namespace Pipeline.Suggestions.Slots.Reading;

/// <summary>The names of days and months, for reading and for writing.</summary>
internal static class DayNames
{
    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly Dictionary<string, int> Months = ReadMonths();

    private static readonly Dictionary<string, DayOfWeek> Days = ReadDays();

    /// <summary>The number of a month by its name or its usual short form, in either language; null when it is none.</summary>
    public static int? MonthOf(string word) => Months.TryGetValue(word, out var month) ? month : null;

    /// <summary>The day of the week by its name; null when it is none.</summary>
    public static DayOfWeek? DayOf(string word) => Days.TryGetValue(word, out var day) ? day : null;

    /// <summary>"mardi 3 mars", "lundi 1er juin", "Tuesday 3 March"; with the year unless it is the given one.</summary>
    public static string Write(DateOnly day, int yearNow, bool french)
    {
        var year = day.Year == yearNow ? "" : $" {day.Year}";
        var number = french && day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
        return french
            ? $"{FrenchDays[(int)day.DayOfWeek]} {number} {FrenchMonths[day.Month - 1]}{year}"
            : $"{EnglishDays[(int)day.DayOfWeek]} {number} {EnglishMonths[day.Month - 1]}{year}";
    }

    private static Dictionary<string, int> ReadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["janv"] = 1,
            ["fevr"] = 2,
            ["fev"] = 2,
            ["avr"] = 4,
            ["juil"] = 7,
            ["sept"] = 9,
        };
        for (var month = 1; month <= 12; month++)
        {
            months[PlainSpeech.Of(FrenchMonths[month - 1])] = month;
            months[PlainSpeech.Of(EnglishMonths[month - 1])] = month;
            months[PlainSpeech.Of(EnglishMonths[month - 1][..3])] = month;
        }

        return months;
    }

    private static Dictionary<string, DayOfWeek> ReadDays()
    {
        var days = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal);
        for (var day = 0; day < 7; day++)
        {
            days[FrenchDays[day]] = (DayOfWeek)day;
            days[PlainSpeech.Of(EnglishDays[day])] = (DayOfWeek)day;
        }

        return days;
    }
}
