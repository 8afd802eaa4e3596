using System.Text.Json.Serialization;
using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Calendars;

/// <summary>
/// When a service is open, by the clock on the wall of its time zone: a clock that is put forward leaves out an hour, and one that is put back
/// has an hour twice, both of which are open or closed as the wall says.
/// </summary>
// Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
public sealed record ServiceCalendar
{
    // Further than any closing: a service that is closed for a year has no next opening.
    private const int LongestDays = 370;

    // With the texts that it was read from: a copy of this record may have others.
    private volatile Weekly? _hours;

    /// <summary>The IANA time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The opening hours by weekday (monday … sunday), such as 08:00-20:00; a weekday that is not named is closed.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Hours { get; init; }

    /// <summary>The rules of public holidays on which it is closed: see <see cref="PublicHolidays.Names"/>.</summary>
    public IReadOnlyList<string> Holidays { get; set; } = [];

    /// <summary>Other days on which it is closed, as YYYY-MM-DD.</summary>
    public IReadOnlyList<DateOnly> Closed { get; set; } = [];

    /// <summary>Days with hours of their own, which count before all else.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<string>> HoursOn { get; set; } = new Dictionary<DateOnly, IReadOnlyList<string>>();

    [JsonIgnore]
    private TimeZoneInfo Zone => TimeZones.Known(TimeZone);

    /// <summary>Whether it is open at a moment.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var minute = (int)local.TimeOfDay.TotalMinutes;
        foreach (var hours in On(DateOnly.FromDateTime(local.DateTime)))
        {
            if (minute >= hours.From && minute < hours.To)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When it is open next: the moment itself while it is open; null when it is not open within a year.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        if (IsOpen(at))
        {
            return at;
        }

        var zone = Zone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        for (var day = today; day < today.AddDays(LongestDays); day = day.AddDays(1))
        {
            DateTimeOffset? first = null;
            foreach (var hours in On(day))
            {
                foreach (var start in WallClock.Moments(zone, day, hours.From))
                {
                    if (start > at && IsOpen(start) && (first is null || start < first))
                    {
                        first = start;
                    }
                }
            }

            if (first is not null)
            {
                return first;
            }
        }

        return null;
    }

    private OpeningHours[] On(DateOnly day)
    {
        if (HoursOn.TryGetValue(day, out var own))
        {
            return Read(own);
        }

        if (Closed.Contains(day))
        {
            return [];
        }

        for (var index = 0; index < Holidays.Count; index++)
        {
            if (PublicHolidays.Contains(Holidays[index], day))
            {
                return [];
            }
        }

        return WeekdayHours().GetValueOrDefault(Weekdays.Name(day.DayOfWeek)) ?? [];
    }

    private Dictionary<string, OpeningHours[]> WeekdayHours()
    {
        if (_hours is { } known && ReferenceEquals(known.Texts, Hours))
        {
            return known.ByDay;
        }

        var read = Hours.ToDictionary(weekday => weekday.Key, weekday => Read(weekday.Value), StringComparer.Ordinal);
        _hours = new Weekly(Hours, read);
        return read;
    }

    private static OpeningHours[] Read(IReadOnlyList<string> texts) => [.. texts.Select(OpeningHours.Read).OfType<OpeningHours>()];

    private sealed record Weekly(object Texts, Dictionary<string, OpeningHours[]> ByDay);
}
