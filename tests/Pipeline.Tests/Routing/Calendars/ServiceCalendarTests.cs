using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;

namespace Pipeline.Tests.Routing.Calendars;

public sealed class ServiceCalendarTests
{
    private static readonly ServiceCalendar Service = CalendarRulesSource.ReadSeed().Calendars["service-france"];

    // 2026 in Paris: on 29 March 02:00 becomes 03:00, on 25 October 03:00 becomes 02:00 again.
    [Theory]
    [InlineData("2026-03-02T07:59:59+01:00", false)]
    [InlineData("2026-03-02T08:00:00+01:00", true)]
    [InlineData("2026-03-02T19:59:59+01:00", true)]
    [InlineData("2026-03-02T20:00:00+01:00", false)]
    [InlineData("2026-03-07T12:00:00+01:00", true)]
    [InlineData("2026-03-08T17:00:00+01:00", false)]
    [InlineData("2026-04-06T12:00:00+02:00", false)]
    [InlineData("2026-05-14T12:00:00+02:00", false)]
    [InlineData("2026-07-14T12:00:00+02:00", false)]
    [InlineData("2026-03-30T06:00:00Z", true)]
    [InlineData("2026-03-28T07:00:00Z", true)]
    [InlineData("2026-10-24T06:30:00Z", true)]
    [InlineData("2026-10-26T06:30:00Z", false)]
    public void It_is_open_by_the_clock_on_the_wall_and_not_on_holidays(string at, bool open) => Assert.Equal(open, Service.IsOpen(At(at)));

    [Theory]
    [InlineData("2026-03-07T20:00:00+01:00", "2026-03-09T08:00:00+01:00")]
    [InlineData("2026-04-03T21:00:00+02:00", "2026-04-04T08:00:00+02:00")]
    [InlineData("2026-04-04T20:30:00+02:00", "2026-04-07T08:00:00+02:00")]
    [InlineData("2026-03-28T20:00:00+01:00", "2026-03-30T08:00:00+02:00")]
    [InlineData("2026-10-24T20:00:00+02:00", "2026-10-26T08:00:00+01:00")]
    [InlineData("2026-03-02T09:00:00+01:00", "2026-03-02T09:00:00+01:00")]
    public void It_opens_next_when_the_wall_says_so(string at, string opens) => Assert.Equal(At(opens), Service.NextOpening(At(at)));

    [Fact]
    public void What_opens_in_the_hour_that_is_left_out_opens_when_the_clock_is_put_forward()
    {
        var night = Sundays("02:30-04:00");
        Assert.Equal(At("2026-03-29T03:00:00+02:00"), night.NextOpening(At("2026-03-29T01:59:00+01:00")));
        Assert.False(night.IsOpen(At("2026-03-29T00:59:59Z")));
        Assert.True(night.IsOpen(At("2026-03-29T01:00:00Z")));
    }

    [Fact]
    public void What_lies_in_the_hour_that_is_left_out_is_not_open_that_day() =>
        Assert.Equal(At("2026-04-05T02:10:00+02:00"), Sundays("02:10-02:50").NextOpening(At("2026-03-29T00:00:00+01:00")));

    [Fact]
    public void The_hour_that_comes_twice_is_open_twice()
    {
        var night = Sundays("02:00-02:30");
        Assert.True(night.IsOpen(At("2026-10-25T02:15:00+02:00")));
        Assert.False(night.IsOpen(At("2026-10-25T02:45:00+02:00")));
        Assert.True(night.IsOpen(At("2026-10-25T02:15:00+01:00")));
        Assert.Equal(At("2026-10-25T02:00:00+01:00"), night.NextOpening(At("2026-10-25T02:45:00+02:00")));
    }

    [Fact]
    public void What_closes_at_midnight_is_open_to_its_last_second_and_may_go_on_the_next_day()
    {
        var evening = Sundays("22:00-24:00");
        Assert.True(evening.IsOpen(At("2026-03-08T23:59:59+01:00")));
        Assert.False(evening.IsOpen(At("2026-03-09T00:00:00+01:00")));
        var always = CalendarRulesSource.ReadSeed().Calendars["always"];
        Assert.True(always.IsOpen(At("2026-03-09T00:00:00+01:00")));
    }

    [Fact]
    public void A_day_with_hours_of_its_own_counts_before_holidays_and_a_closed_one_before_weekdays()
    {
        var calendar = Service with
        {
            Closed = [new DateOnly(2026, 3, 3)],
            HoursOn = new Dictionary<DateOnly, IReadOnlyList<string>> { [new DateOnly(2026, 7, 14)] = ["10:00-12:00"] },
        };
        Assert.False(calendar.IsOpen(At("2026-03-03T12:00:00+01:00")));
        Assert.True(calendar.IsOpen(At("2026-07-14T11:00:00+02:00")));
        Assert.False(calendar.IsOpen(At("2026-07-14T12:00:00+02:00")));
    }

    [Fact]
    public void What_is_never_open_has_no_next_opening() =>
        Assert.Null((Service with { Hours = new Dictionary<string, IReadOnlyList<string>>() }).NextOpening(At("2026-03-02T09:00:00+01:00")));

    [Fact]
    public void The_next_opening_is_open_and_nothing_before_it_is_in_any_zone()
    {
        var calendars = from zone in Gen.Elements("Europe/Paris", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")
                        from start in Gen.Choose(0, 46)
                        from length in Gen.Choose(1, 8)
                        select Every($"{Text(start * 30)}-{Text(Math.Min((start + length) * 30, 1440))}", zone);

        // Around the changes of clocks in spring and autumn of either hemisphere.
        var moments = from day in Gen.Elements(58, 66, 87, 94, 297, 304) from minute in Gen.Choose(0, 3 * 1440) select At("2026-01-01T00:00:00Z").AddDays(day).AddMinutes(minute);
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(calendars.ToArbitrary(), moments.ToArbitrary(), (calendar, at) =>
        {
            var opens = calendar.NextOpening(at);
            if (opens is null || !calendar.IsOpen(opens.Value))
            {
                return false;
            }

            for (var before = at; before < opens; before = before.AddMinutes(1))
            {
                if (calendar.IsOpen(before))
                {
                    return false;
                }
            }

            return true;
        }));
    }

    private static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:D2}:{minutes % 60:D2}");

    private static ServiceCalendar Every(string hours, string zone) => new()
    {
        TimeZone = zone,
        Hours = Weekdays.Names.ToDictionary(day => day, _ => (IReadOnlyList<string>)[hours]),
    };

    private static ServiceCalendar Sundays(string hours) => new()
    {
        TimeZone = "Europe/Paris",
        Hours = new Dictionary<string, IReadOnlyList<string>> { ["sunday"] = [hours] },
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
