using System.Text.Json;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Calendars;

/// <summary>Reads calendars from JSON, and says what is wrong with them and where.</summary>
public static class CalendarRulesReader
{
    /// <summary>Reads calendars.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The calendars; or what is wrong with them.</returns>
    public static (CalendarRules? Rules, FieldFault? Fault) Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RoutingJson.Default.CalendarRules) is not { } rules
                ? (null, new("", "The calendars are null."))
                : FaultOf(rules) is { } fault ? (null, fault) : (rules, null);
        }
        catch (JsonException exception)
        {
            return (null, new(exception.Path?.TrimStart('$', '.') ?? "", exception.Message));
        }
    }

    private static FieldFault? FaultOf(CalendarRules rules)
    {
        if (string.IsNullOrWhiteSpace(rules.Version))
        {
            return new("version", "It is empty.");
        }

        if (rules.Calendars is null || rules.Skills is null || rules.Brands is null || rules.Critical is null)
        {
            return new("", "calendars is needed; skills, brands and critical may be left out, but not be null.");
        }

        return rules.Calendars.Select(calendar => CalendarFault($"calendars.{calendar.Key}", calendar.Value)).FirstOrDefault(fault => fault is not null)
            ?? Unknown(rules, "default", rules.Default)
            ?? rules.Skills.Select(skill => Unknown(rules, $"skills.{skill.Key}", skill.Value)).FirstOrDefault(fault => fault is not null)
            ?? rules.Brands.Select(brand => BrandFault(rules, $"brands.{brand.Key}", brand.Value)).FirstOrDefault(fault => fault is not null);
    }

    private static FieldFault? BrandFault(CalendarRules rules, string place, BrandCalendars? brand) => brand switch
    {
        null or { Skills: null } => new(place, "It must be an object such as {\"timeZone\":\"Europe/London\"}."),
        { TimeZone: { } zone } when TimeZones.Find(zone) is null => ZoneFault($"{place}.timeZone", zone),
        _ => (brand.Default is null ? null : Unknown(rules, $"{place}.default", brand.Default))
            ?? brand.Skills.Select(skill => Unknown(rules, $"{place}.skills.{skill.Key}", skill.Value)).FirstOrDefault(fault => fault is not null),
    };

    private static FieldFault? CalendarFault(string place, ServiceCalendar? calendar)
    {
        if (calendar is null or { Hours: null } or { Holidays: null } or { Closed: null } or { HoursOn: null })
        {
            return new(place, "It needs timeZone and hours; holidays, closed and hoursOn may be left out, but not be null.");
        }

        if (calendar.TimeZone is null || TimeZones.Find(calendar.TimeZone) is null)
        {
            return ZoneFault($"{place}.timeZone", calendar.TimeZone);
        }

        foreach (var (day, hours) in calendar.Hours)
        {
            if (!Weekdays.Names.Contains(day))
            {
                return new($"{place}.hours.{day}", $"'{day}' must be one of {string.Join(", ", Weekdays.Names)}.");
            }

            if (HoursFault($"{place}.hours.{day}", hours) is { } fault)
            {
                return fault;
            }
        }

        return calendar.Holidays.FirstOrDefault(rule => !PublicHolidays.Names.Contains(rule)) is { } unknown
            ? new($"{place}.holidays", $"'{unknown}' must be one of {string.Join(", ", PublicHolidays.Names)}.")
            : calendar.HoursOn.Select(day => HoursFault($"{place}.hoursOn.{day.Key:yyyy-MM-dd}", day.Value)).FirstOrDefault(fault => fault is not null);
    }

    private static FieldFault? HoursFault(string place, IReadOnlyList<string>? hours)
    {
        if (hours is null)
        {
            return new(place, "It must be a list; an empty one is closed.");
        }

        var last = 0;
        for (var index = 0; index < hours.Count; index++)
        {
            if (hours[index] is not { } text || OpeningHours.Read(text) is not { } open)
            {
                return new(
                    $"{place}[{index}]",
                    $"'{hours[index]}' must be written HH:mm-HH:mm and end after it starts, such as 08:00-20:00; "
                    + "24:00 ends a day, and a night is written as two days.");
            }

            if (open.From < last)
            {
                return new($"{place}[{index}]", $"'{text}' must not start before the hours before it end.");
            }

            last = open.To;
        }

        return null;
    }

    private static FieldFault? Unknown(CalendarRules rules, string place, string? name) =>
        name is not null && rules.Calendars.ContainsKey(name)
            ? null
            : new(place, $"There is no calendar '{name}'; there are {string.Join(", ", rules.Calendars.Keys)}.");

    private static FieldFault ZoneFault(string place, string? zone) => new(place, $"'{zone}' is not an IANA time zone such as Europe/Paris.");
}
