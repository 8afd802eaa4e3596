using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;

namespace Pipeline.Tests.Routing.Calendars;

public sealed class RoutingDataReaderTests
{
    [Theory]
    [InlineData(""" "version":"" """, "version")]
    [InlineData(""" "default":"night" """, "default")]
    [InlineData(""" "skills":{"billing":"night"} """, "skills.billing")]
    [InlineData(""" "brands":{"lumo":{"timeZone":"Paris"}} """, "brands.lumo.timeZone")]
    [InlineData(""" "brands":{"lumo":{"default":"night"}} """, "brands.lumo.default")]
    [InlineData(""" "calendars":{"day":{"timeZone":"Mars/Olympus","hours":{}}} """, "calendars.day.timeZone")]
    [InlineData(""" "calendars":{"day":{"timeZone":"Europe/Paris","hours":{"lundi":[]}}} """, "calendars.day.hours.lundi")]
    [InlineData(""" "calendars":{"day":{"timeZone":"Europe/Paris","hours":{"monday":["20:00-08:00"]}}} """, "calendars.day.hours.monday[0]")]
    [InlineData(""" "calendars":{"day":{"timeZone":"Europe/Paris","hours":{"monday":["08:00-12:00","11:00-13:00"]}}} """, "calendars.day.hours.monday[1]")]
    [InlineData(""" "calendars":{"day":{"timeZone":"Europe/Paris","hours":{},"holidays":["mars"]}} """, "calendars.day.holidays")]
    [InlineData(""" "calendars":{"day":{"timeZone":"Europe/Paris","hours":{},"hoursOn":{"2026-12-31":["8-12"]}}} """, "calendars.day.hoursOn.2026-12-31[0]")]
    [InlineData(""" "calendars":{"day":{"timeZone":"Europe/Paris","hours":{},"closed":["24/12/2026"]}} """, "calendars.day.closed[0]")]
    public void What_is_wrong_with_calendars_is_named_with_its_place(string part, string field)
    {
        var (rules, fault) = CalendarRulesReader.Read(Merged(
            """{"version":"1","default":"day","calendars":{"day":{"timeZone":"Europe/Paris","hours":{}}}}""", part));
        Assert.Null(rules);
        Assert.Equal(field, fault!.Field);
        Assert.NotEmpty(fault.Fault);
    }

    [Theory]
    [InlineData(""" "efforts":{"hard":0.3} """, "efforts.hard")]
    [InlineData(""" "efforts":{"onHold":0} """, "efforts.onHold")]
    [InlineData(""" "widenings":[] """, "widenings")]
    [InlineData(""" "widenings":[{"afterMinutes":0},{"afterMinutes":0}] """, "widenings[1].afterMinutes")]
    [InlineData(""" "widenings":[{"afterMinutes":0,"levelsBelow":3}] """, "widenings[0].levelsBelow")]
    [InlineData(""" "widenings":[{"afterMinutes":0,"effortAtMost":0.3}] """, "widenings[0].effortAtMost")]
    [InlineData(""" "neighbours":{"tv":["tv"]} """, "neighbours.tv")]
    [InlineData(""" "heartbeatMissedAfterSeconds":5 """, "heartbeatMissedAfterSeconds")]
    [InlineData(""" "proposeAfterSecondsByPage":{"assistance":30} """, "proposeAfterSecondsByPage.assistance")]
    [InlineData(""" "slots":3 """, "slots")]
    public void What_is_wrong_with_capacity_rules_is_named_with_its_place(string part, string field)
    {
        var (rules, fault) = CapacityRulesReader.Read(Merged("""{"version":"1"}""", part));
        Assert.Null(rules);
        Assert.Equal(field, fault!.Field);
    }

    [Fact]
    public void What_comes_with_the_program_is_valid()
    {
        Assert.Equal(1.5, CapacityRulesSource.ReadSeed().Efforts.Angry);
        Assert.Contains("service-france", CalendarRulesSource.ReadSeed().Calendars.Keys);
    }

    [Fact]
    public void A_brand_and_a_critical_skill_have_their_own_hours()
    {
        var rules = CalendarRulesSource.ReadSeed() with
        {
            Default = "service-france",
            Brands = new Dictionary<string, BrandCalendars> { ["boreal"] = new() { Default = "service-england", TimeZone = "Europe/London" } },
        };
        var sunday = new DateTimeOffset(2026, 3, 8, 16, 0, 0, TimeSpan.Zero);

        Assert.Equal("Europe/London", rules.ClosingOf("billing", "boreal", urgent: false, sunday)!.TimeZone);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero), rules.ClosingOf("billing", "boreal", urgent: false, sunday)!.OpensAt);
        Assert.Null(rules.ClosingOf("billing", "lumo", urgent: true, sunday));
        Assert.Null(rules.ClosingOf("fraud_security", "lumo", urgent: false, sunday));
    }

    // The part takes the place of the property of the same name.
    private static string Merged(string json, string part)
    {
        var whole = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse($"{{{part}}}")!.AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        return whole.ToJsonString();
    }
}
