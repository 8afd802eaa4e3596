using System.Globalization;
using Pipeline.Routing.Calendars;

namespace Pipeline.Tests.Routing.Calendars;

public sealed class PublicHolidaysTests
{
    // As published: service-public.fr and gov.uk/bank-holidays.
    [Theory]
    [InlineData("france", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("france", 2024, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("england", 2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData("england", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData("england", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    public void They_are_those_that_were_published(string rule, int year, string expected)
    {
        var first = new DateOnly(year, 1, 1);
        var found = Enumerable.Range(0, 365).Select(first.AddDays).Where(day => PublicHolidays.Contains(rule, day))
            .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(expected.Split(' '), found);
    }

    [Theory]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2024, 3, 31)]
    [InlineData(2038, 4, 25)]
    public void Easter_is_when_it_is(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Easter.Sunday(year));
}
