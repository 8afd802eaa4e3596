using System.Globalization;
using Pipeline.Messages;
using Pipeline.Routing;
using Pipeline.Routing.Calendars;
using Pipeline.Routing.Capacity;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Benchmarks;

/// <summary>
/// Decides what a conversation needs and chooses among 1,000 advisors of 50 skills, half of them with places taken and all with a schedule:
/// what a decision takes without storage.
/// </summary>
internal sealed class RoutingBenchmark(int decisions)
{
    private const int Advisors = 1_000;
    private const int Skills = 50;
    private const int SkillsEach = 5;
    private const double LimitMilliseconds = 2;

    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly RoutingRules _rules = RoutingSeed.ReadRules();
    private readonly CapacityRules _capacity = CapacityRulesSource.ReadSeed();
    private readonly CalendarRules _calendars = CalendarRulesSource.ReadSeed() with { Default = "service-france" };

    public int Run()
    {
        Advisor[] advisors = [.. Enumerable.Range(0, Advisors).Select(Who)];
        for (var number = 0; number < 2_000; number++)
        {
            // Compiled before it is measured.
            Decide(advisors, number);
        }

        var took = new double[decisions];
        var found = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < decisions; number++)
        {
            var started = _clock.GetTimestamp();
            found += Decide(advisors, number) is null ? 0 : 1;
            took[number] = _clock.GetElapsedTime(started).TotalMilliseconds;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(took);
        double Percentile(double share) => took[(int)Math.Min(decisions - 1, share * decisions)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{decisions} decisions among {Advisors} advisors and {Skills} skills, {found} found one: p50 {Percentile(0.5):F3} ms, p99 {Percentile(0.99):F3} ms, "
            + $"longest {took[^1]:F3} ms; {allocated / decisions} bytes each. The limit is p99 {LimitMilliseconds} ms."));
        return Percentile(0.99) < LimitMilliseconds ? 0 : 1;
    }

    private Advisor? Decide(Advisor[] advisors, int number)
    {
        var conversation = new Conversation
        {
            Key = $"generic~demo~c-{number}",
            Platform = "generic",
            Account = "demo",
            Id = $"c-{number}",
            Brand = "lumo",
        };
        var state = new ConversationState { Language = number % 2 == 0 ? "fr" : "en", Intent = "billing_dispute", CustomerMessages = 3 };
        var decision = RoutingDecider.Decide(_rules, RoutingInput.Of(conversation, state));
        var need = new RoutingNeed($"skill-{number % Skills}", 1 + (number % 2), state.Language, conversation.Brand);
        return _calendars.ClosingOf(need.Skill, need.Brand, decision.Urgent, At) is not null
            ? null
            : AdvisorChoice.Of(
                advisors,
                new AdvisorAsk(conversation.Key, need)
                {
                    Effort = _capacity.Efforts.Of(decision.Hard, angry: number % 5 == 0),
                    Channel = "web",
                    Pool = _capacity.PoolFor(need, TimeSpan.FromMinutes(number % 12)),
                },
                At,
                _capacity.HeartbeatPatience);
    }

    private static Advisor Who(int number) => new()
    {
        Profile = new AdvisorSeed
        {
            Id = $"a-{number}",
            FirstName = "Nadia",
            Languages = number % 3 == 0 ? ["fr", "en"] : number % 3 == 1 ? ["fr"] : ["en"],
            Skills = Enumerable.Range(0, SkillsEach).ToDictionary(skill => $"skill-{(number + (skill * 7)) % Skills}", skill => 1 + ((number + skill) % 3)),
            Schedule = new HalfDaySchedule
            {
                Days = Weekdays.Names.ToDictionary(day => day, _ => new HalfDays(HalfDay.Chat, HalfDay.Phone)),
            },
        },
        Claims = [.. Enumerable.Range(0, number % 4).Select(claim => new AdvisorClaim($"generic~demo~held-{number}-{claim}", 1))],
    };
}
