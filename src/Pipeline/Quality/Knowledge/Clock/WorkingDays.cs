using Microsoft.Extensions.Options;

namespace Pipeline.Quality.Knowledge.Clock;

/// <summary>When a question is due, and where weeks begin: by the calendar and the clock on the wall of the configured time zone.</summary>
public sealed class WorkingDays(IOptions<KnowledgeOptions> options)
{
    // A year of closed days in a row is a mistake of the settings, and no reason to search for ever.
    private const int MostDays = 366;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>The end of the working day on which something was asked; asked after it, or on another day, the end of the next one.</summary>
    public DateTimeOffset DueAt(DateTimeOffset asked)
    {
        var day = DayOf(asked);
        for (var passed = 0; passed < MostDays; passed++, day = day.AddDays(1))
        {
            if (IsWorkingDay(day) && Moment(day, options.Value.EndOfDay) is var end && asked < end)
            {
                return end;
            }
        }

        return Moment(day, options.Value.EndOfDay);
    }

    /// <summary>The day that a calendar on the wall shows at a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime);

    /// <summary>The moment at which a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Moment(day, TimeOnly.MinValue);

    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private bool IsWorkingDay(DateOnly day) => options.Value.Days.Contains(day.DayOfWeek) && !options.Value.ClosedDays.Contains(day);

    // When the clock is put forward over the time, the moment at which it is; when it is put back over it, the first of the two.
    private DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
