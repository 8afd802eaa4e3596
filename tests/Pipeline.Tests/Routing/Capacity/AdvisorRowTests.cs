using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Tests.Routing.Capacity;

public sealed class AdvisorRowTests
{
    [Theory]
    [InlineData(true, PresenceState.Present)]
    [InlineData(false, PresenceState.Pause)]
    public void A_row_of_a_version_that_knew_no_weights_is_read_as_it_was_meant(bool present, PresenceState state)
    {
        var advisor = AdvisorRow.Read(new TableRow(Advisor.Partition, "a-1", new Dictionary<string, object>
        {
            ["FirstName"] = "Nadia",
            ["Skills"] = "technical:2 tv:1",
            ["Languages"] = """["fr"]""",
            ["Brands"] = "[]",
            ["Capacity"] = 3,
            ["Present"] = present,
            ["Claims"] = """["generic~demo~c-1"]""",
        }));

        Assert.Equal([new AdvisorClaim("generic~demo~c-1", 1)], advisor.Claims);
        Assert.Equal(state, advisor.Presence.State);
        Assert.Equal(2, advisor.Profile.Skills["technical"]);
    }

    [Fact]
    public void An_advisor_is_read_as_they_were_written()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var advisor = new Advisor
        {
            Profile = new AdvisorSeed
            {
                Id = "a-1",
                FirstName = "Nadia",
                Skills = new Dictionary<string, int> { ["tv"] = 3 },
                Languages = ["fr"],
                Channels = ["web"],
                Schedule = new HalfDaySchedule { Days = new Dictionary<string, HalfDays> { ["monday"] = new(HalfDay.Chat, HalfDay.Phone) } },
            },
            Presence = new AdvisorPresence(PresenceState.Pause, at, at.AddMinutes(-1)),
            Claims = [new AdvisorClaim("generic~demo~a:b", 0.5), new AdvisorClaim("generic~demo~c-1", 1)],
        };

        var read = AdvisorRow.Read(advisor.ToRow());

        Assert.Equal(advisor.Presence, read.Presence);
        Assert.Equal(advisor.Claims, read.Claims);
        Assert.Equal(new HalfDays(HalfDay.Chat, HalfDay.Phone), read.Profile.Schedule!.Days["monday"]);
        Assert.Equal(["web"], read.Profile.Channels);
    }

    [Theory]
    [InlineData(PresenceState.Present, 60, 119, PresenceState.Present)]
    [InlineData(PresenceState.Present, 60, 121, PresenceState.Gone)]
    [InlineData(PresenceState.Present, -1, null, PresenceState.Gone)]
    [InlineData(PresenceState.Pause, 60, null, PresenceState.Pause)]
    [InlineData(PresenceState.Pause, -1, null, PresenceState.Present)]
    [InlineData(PresenceState.Gone, -1, 0, PresenceState.Gone)]
    public void A_pause_ends_in_presence_a_presence_in_being_gone_and_so_does_silence_of_the_desk(
        PresenceState state, int untilIn, int? heartbeatAgo, PresenceState expected)
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var presence = new AdvisorPresence(state, at.AddSeconds(untilIn), heartbeatAgo is { } ago ? at.AddSeconds(-ago) : null);
        Assert.Equal(expected, presence.At(at, TimeSpan.FromMinutes(2)));
    }
}
