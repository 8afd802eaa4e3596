using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Pipeline.Routing.Calendars;

/// <summary>
/// Public holidays by rule. A holiday that a government adds or moves for one year is listed in the calendar (closed, hoursOn).
/// </summary>
public static class PublicHolidays
{
    private static readonly FrozenDictionary<string, Func<int, IEnumerable<DateOnly>>> Rules =
        new Dictionary<string, Func<int, IEnumerable<DateOnly>>>(StringComparer.Ordinal)
        {
            ["france"] = France,
            ["england"] = England,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Country, int Year), FrozenSet<DateOnly>> Years = new();

    /// <summary>The names of the rules.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Rules.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a day is a holiday by a rule.</summary>
    /// <param name="rule">One of <see cref="Names"/>.</param>
    /// <param name="day">The day.</param>
    public static bool Contains(string rule, DateOnly day) =>
        Years.GetOrAdd((rule, day.Year), static key => Rules[key.Country](key.Year).ToFrozenSet()).Contains(day);

    // The eleven of the Code du travail, L3133-1. Alsace and Moselle have two more, which a calendar can list.
    private static IEnumerable<DateOnly> France(int year)
    {
        var easter = Easter.Sunday(year);
        return
        [
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), new(year, 5, 8), easter.AddDays(39), easter.AddDays(50), new(year, 7, 14),
            new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
    }

    // England and Wales: Banking and Financial Dealings Act 1971. Those that fall on a weekend move to the next free weekday.
    private static IEnumerable<DateOnly> England(int year)
    {
        var easter = Easter.Sunday(year);
        var christmas = new DateOnly(year, 12, 25);
        var newYear = new DateOnly(year, 1, 1);
        return
        [
            Substitute(newYear), easter.AddDays(-2), easter.AddDays(1), FirstMonday(year, 5), LastMonday(year, 5), LastMonday(year, 8),
            .. ChristmasDays(christmas),
        ];
    }

    private static DateOnly Substitute(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly[] ChristmasDays(DateOnly christmas) => christmas.DayOfWeek switch
    {
        // Christmas on Friday: Boxing Day on Saturday moves to Monday. On Saturday: both move. On Sunday: Christmas moves past Boxing Day.
        DayOfWeek.Friday => [christmas, christmas.AddDays(3)],
        DayOfWeek.Saturday => [christmas.AddDays(2), christmas.AddDays(3)],
        DayOfWeek.Sunday => [christmas.AddDays(1), christmas.AddDays(2)],
        _ => [christmas, christmas.AddDays(1)],
    };

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - DayOfWeek.Monday + 7) % 7));
    }
}
