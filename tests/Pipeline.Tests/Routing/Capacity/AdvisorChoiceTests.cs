using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Tests.Routing.Capacity;

public sealed class AdvisorChoiceTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly RoutingNeed Need = new("billing", 1, "fr", "lumo");

    [Fact]
    public void The_lowest_level_that_suffices_goes_first_however_busy_it_is() =>
        Assert.Equal("front", Choose(Who("expert", 3), Who("specialist", 2), Who("front", 1, held: 2)));

    [Fact]
    public void Of_equals_the_one_with_the_smaller_share_of_their_capacity_taken_goes_first() =>
        Assert.Equal("large", Choose(Who("small", 1, held: 1, capacity: 2), Who("large", 1, held: 2, capacity: 6)));

    [Fact]
    public void Who_speaks_more_languages_is_kept_for_those_who_need_them()
    {
        var both = Who("both", 1);
        both = both with { Profile = both.Profile with { Languages = ["fr", "en"] } };
        Assert.Equal("french", Choose(both, Who("french", 1, held: 1)));
        Assert.Equal("both", Choose(both, Who("french", 1, held: 3)));
    }

    [Fact]
    public void What_weighs_more_needs_more_room()
    {
        var twoHeld = Who("a", 1, held: 2);
        Assert.Equal("a", Choose(new AdvisorAsk("c", Need) { Effort = 1 }, twoHeld));
        Assert.Null(Choose(new AdvisorAsk("c", Need) { Effort = 1.5 }, twoHeld));
    }

    [Fact]
    public void What_weighs_more_than_anybody_can_hold_is_given_to_somebody_who_holds_nothing() =>
        Assert.Equal("a", Choose(new AdvisorAsk("c", Need) { Effort = 3 }, Who("a", 1, capacity: 1)));

    [Fact]
    public void The_former_advisor_goes_before_all_others_if_present_and_under_capacity()
    {
        var ask = new AdvisorAsk("c", Need) { Former = "former" };
        Assert.Equal("former", Choose(ask, Who("idle", 1), Who("former", 2, held: 2)));
        Assert.Equal("idle", Choose(ask, Who("idle", 1), Who("former", 1, held: 3)));
        Assert.Equal("idle", Choose(ask, Who("idle", 1), Away(Who("former", 1))));
    }

    [Fact]
    public void Who_was_silent_gets_it_again_only_when_nobody_else_can()
    {
        var ask = new AdvisorAsk("c", Need) { Former = "silent", Avoid = "silent" };
        Assert.Equal("busy", Choose(ask, Who("silent", 1), Who("busy", 3, held: 2)));
        Assert.Equal("silent", Choose(ask, Who("silent", 1)));
    }

    [Fact]
    public void A_novice_never_gets_what_needs_an_expert()
    {
        var novice = Who("novice", 3);
        novice = novice with { Profile = novice.Profile with { Level = AdvisorLevel.Novice } };
        Assert.Null(Choose(new AdvisorAsk("c", Need with { Level = 3 }), novice));
        Assert.Equal("novice", Choose(new AdvisorAsk("c", Need with { Level = 2 }), novice));
    }

    [Fact]
    public void A_novice_gets_what_needs_an_expert_only_while_their_mentor_is_present()
    {
        var novice = Who("novice", 3);
        novice = novice with { Profile = novice.Profile with { Level = AdvisorLevel.Novice, Mentor = "mentor" } };
        var ask = new AdvisorAsk("c", Need with { Level = 3 });
        var mentor = Who("mentor", 1, held: 3);
        Assert.Equal("novice", Choose(ask, novice, mentor));
        Assert.Null(Choose(ask, novice));
        Assert.Null(Choose(ask, novice, Away(mentor)));
        Assert.Null(Choose(ask, novice, mentor with { Profile = mentor.Profile with { Level = AdvisorLevel.Novice } }));
        Assert.Null(Choose(ask, novice with { Profile = novice.Profile with { Mentor = "novice" } }));
    }

    [Fact]
    public void Another_language_brand_or_channel_is_not_asked()
    {
        var advisor = Who("a", 1);
        Assert.Null(Choose(new AdvisorAsk("c", Need with { Language = "en" }), advisor));
        Assert.Null(Choose(new AdvisorAsk("c", Need), advisor with { Profile = advisor.Profile with { Brands = ["boreal"] } }));
        Assert.Null(Choose(
            new AdvisorAsk("c", Need) { Channel = "sms" }, advisor with { Profile = advisor.Profile with { Channels = ["web"] } }));
    }

    [Fact]
    public void The_pool_widens_with_the_waiting_time_by_the_rules()
    {
        var rules = CapacityRulesSource.ReadSeed();
        var neighbour = Who("neighbour", 1);
        neighbour = neighbour with { Profile = neighbour.Profile with { Skills = new Dictionary<string, int> { ["retention"] = 1 } } };
        string? After(double minutes, RoutingNeed need, params Advisor[] advisors) =>
            Choose(new AdvisorAsk("c", need) { Pool = rules.PoolFor(need, TimeSpan.FromMinutes(minutes)) }, advisors);

        Assert.Null(After(2.9, Need, neighbour));
        Assert.Equal("neighbour", After(3, Need, neighbour));
        Assert.Equal("own", After(3, Need, neighbour, Who("own", 2, held: 2)));
        Assert.Null(After(9, Need with { Level = 2 }, Who("front", 1)));
        Assert.Equal("front", After(10, Need with { Level = 2 }, Who("front", 1)));
        Assert.Null(After(600, Need with { Level = 3 }, Who("specialist", 2)));
    }

    [Fact]
    public void Whoever_is_chosen_is_present_on_a_half_day_of_chat_and_has_room_and_the_order_of_the_list_does_not_matter()
    {
        var halves = Gen.Elements(HalfDay.Off, HalfDay.Chat, HalfDay.Phone);
        var advisors = (from number in Gen.Choose(0, 999)
                        from held in Gen.Choose(0, 3)
                        from state in Gen.Elements(PresenceState.Present, PresenceState.Pause, PresenceState.Gone)
                        from morning in halves
                        from afternoon in halves
                        from level in Gen.Choose(1, 3)
                        select Scheduled(Who($"a-{number}", level, held), state, morning, afternoon))
            .ListOf().Select(list => list.DistinctBy(advisor => advisor.Profile.Id).ToArray());
        var moments = Gen.Choose(0, 14 * 24 * 60).Select(minutes => Monday.AddMinutes(minutes));

        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(advisors.ToArbitrary(), moments.ToArbitrary(), (all, at) =>
        {
            var ask = new AdvisorAsk("c", Need);
            var chosen = AdvisorChoice.Of(all, ask, at, Patience);
            var again = AdvisorChoice.Of([.. all.Reverse()], ask, at, Patience);
            var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
            var able = all.Where(advisor => advisor.Presence.State == PresenceState.Present && advisor.Load < 3
                && (local.Hour < 13 ? advisor.Profile.Schedule!.Days["monday"].Morning : advisor.Profile.Schedule!.Days["monday"].Afternoon)
                    == HalfDay.Chat).ToList();
            return chosen?.Profile.Id == again?.Profile.Id && (chosen is null ? able.Count == 0 : able.Contains(chosen));
        }));
    }

    [Fact]
    public void Claims_and_releases_in_any_order_leave_exactly_what_is_still_held()
    {
        var steps = Gen.Zip(Gen.Choose(0, 5), Gen.Elements(0.0, 0.5, 1, 1.5, 2)).ListOf();
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(steps.ToArbitrary(), all =>
        {
            var advisor = Who("a", 1);
            var expected = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var (number, effort) in all)
            {
                var key = $"c-{number}";
                if (effort == 0)
                {
                    advisor = advisor.Without(key);
                    expected.Remove(key);
                }
                else if (advisor.Holds(key) || advisor.Load + effort <= advisor.Profile.Capacity)
                {
                    advisor = advisor.With(key, effort, null);
                    expected.Add(key);
                }
            }

            return advisor.Load <= advisor.Profile.Capacity
                && expected.SequenceEqual(advisor.Claims.Select(claim => claim.Conversation))
                && AdvisorRow.Read(advisor.ToRow()).Claims.SequenceEqual(advisor.Claims);
        }));
    }

    private static Advisor Who(string id, int level, int held = 0, int capacity = 3) => new()
    {
        Profile = new AdvisorSeed
        {
            Id = id,
            FirstName = id,
            Skills = new Dictionary<string, int> { ["billing"] = level },
            Languages = ["fr"],
            Capacity = capacity,
        },
        Claims = [.. Enumerable.Range(0, held).Select(number => new AdvisorClaim($"held-{number}", 1))],
    };

    private static Advisor Away(Advisor advisor) => advisor with { Presence = new AdvisorPresence(PresenceState.Pause) };

    private static Advisor Scheduled(Advisor advisor, PresenceState state, HalfDay morning, HalfDay afternoon) => advisor with
    {
        Presence = new AdvisorPresence(state),
        Profile = advisor.Profile with
        {
            Schedule = new HalfDaySchedule { Days = Weekdays.Names.ToDictionary(day => day, _ => new HalfDays(morning, afternoon)) },
        },
    };

    private static string? Choose(params Advisor[] advisors) => Choose(new AdvisorAsk("c", Need), advisors);

    private static string? Choose(AdvisorAsk ask, params Advisor[] advisors) =>
        AdvisorChoice.Of(advisors, ask, Monday, Patience)?.Profile.Id;
}
