using System.Globalization;
using Pipeline.Routing.Calendars;

namespace Pipeline.Tests.Routing.Calendars;

public sealed class OpeningWordsTests
{
    [Theory]
    [InlineData("2026-03-08T17:00:00+01:00", "2026-03-09T08:00:00+01:00", "demain à 8 h.", "tomorrow at 8:00.")]
    [InlineData("2026-03-07T21:00:00+01:00", "2026-03-09T08:00:00+01:00", "lundi à 8 h.", "on Monday at 8:00.")]
    [InlineData("2026-03-09T06:00:00+01:00", "2026-03-09T08:30:00+01:00", "aujourd’hui à 8 h 30.", "today at 8:30.")]
    [InlineData("2026-07-20T06:00:00+02:00", "2026-08-01T14:00:00+02:00", "samedi 1er août à 14 h.", "on Saturday 1 August at 14:00.")]
    public void It_says_the_day_and_the_hour_as_each_language_does(string now, string opens, string french, string english)
    {
        var words = OpeningWords.Of(new Closing(At(opens), "Europe/Paris"), At(now));
        Assert.Equal("Nous serons de retour " + french, words.French);
        Assert.Equal("We are back " + english, words.English);
    }

    [Fact]
    public void The_hour_is_that_of_the_brands_customers() =>
        Assert.Equal(
            "We are back on Monday at 7:00.",
            OpeningWords.Of(new Closing(At("2026-03-09T08:00:00+01:00"), "Europe/London"), At("2026-03-07T21:00:00+01:00")).English);

    [Fact]
    public void What_does_not_open_is_closed_for_the_time_being() =>
        Assert.Equal("Nous sommes fermés pour le moment.", OpeningWords.Of(new Closing(null, "Europe/Paris"), At("2026-03-07T21:00:00+01:00")).French);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
