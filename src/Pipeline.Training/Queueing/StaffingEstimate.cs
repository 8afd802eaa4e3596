using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>An hour of a scenario by the formulas.</summary>
/// <param name="Hour">The hour, from 0.</param>
/// <param name="Arrivals">How many customers write.</param>
/// <param name="Advisors">How many advisors are there in the middle of it.</param>
/// <param name="Use">The share of their capacity that is asked for.</param>
/// <param name="OnePool">What the formula says when everybody can do everything: the least that customers wait.</param>
/// <param name="Parted">What it says when each kind of customer has its part of the advisors to itself: about the most.</param>
/// <param name="Needed">The fewest advisors with whom the mean wait is within the target, by one pool and by parts.</param>
internal sealed record StaffingHour(
    int Hour, double Arrivals, int Advisors, double Use, QueueEstimate OnePool, QueueEstimate Parted, (int OnePool, int Parted) Needed);

/// <summary>
/// Estimates staffing from arrival rates, handling times and concurrency, an hour at a time as if it went on for ever: so many conversations as
/// advisors hold at once are the servers of Erlang's formulas (docs/simulation.md).
/// </summary>
internal static class StaffingEstimate
{
    private const double Middle = 0.5;

    /// <summary>The hours in which customers write.</summary>
    public static IReadOnlyList<StaffingHour> Of(Scenario scenario) =>
        [.. Enumerable.Range(0, scenario.Hours).Select(hour => Of(scenario, hour)).OfType<StaffingHour>()];

    private static StaffingHour? Of(Scenario scenario, int hour)
    {
        var at = scenario.Start.AddHours(hour + Middle);
        var there = scenario.Advisors.Where(advisor => advisor.Schedule is not { } schedule || schedule.At(at) == HalfDay.Chat).ToList();
        var demands = StaffingDemand.Of(scenario, hour, there);
        if (demands.Count == 0)
        {
            return null;
        }

        StaffingDemand[] together = [StaffingDemand.Together(demands)];
        var capacity = there.Sum(advisor => advisor.Capacity);
        return new(
            hour,
            demands.Sum(demand => demand.PerMinute) * 60,
            there.Count,
            capacity > 0 ? together[0].Slots / capacity : double.PositiveInfinity,
            Estimate(scenario, together, there, 1),
            Estimate(scenario, demands, there, 1),
            (Needed(scenario, together, there), Needed(scenario, demands, there)));
    }

    // Every advisor gives each part as much of their capacity as it asks for among those that they can do.
    private static QueueEstimate Estimate(Scenario scenario, IReadOnlyList<StaffingDemand> demands, List<AdvisorSeed> there, double staff)
    {
        var given = new double[demands.Count];
        for (var advisor = 0; advisor < there.Count; advisor++)
        {
            var asked = demands.Where(demand => demand.Able.Contains(advisor)).Sum(demand => demand.Slots);
            for (var part = 0; part < demands.Count; part++)
            {
                given[part] += demands[part].Able.Contains(advisor) ? staff * there[advisor].Capacity * demands[part].Slots / asked : 0;
            }
        }

        var all = demands.Sum(demand => demand.PerMinute);
        var parts = demands.Select((demand, part) =>
            (Share: demand.PerMinute / all, Estimate: Between(demand, scenario.Patience?.MeanMinutes, given[part] * demand.Handling * demand.PerMinute / demand.Slots)))
            .ToList();
        return new(
            parts.Sum(part => part.Share * part.Estimate.ProbabilityOfWait),
            parts.Sum(part => part.Share * part.Estimate.MeanWait),
            parts.Sum(part => part.Share * part.Estimate.GaveUp));
    }

    // A part of a server is as far between none and one.
    private static QueueEstimate Between(StaffingDemand demand, double? patience, double servers)
    {
        var whole = (int)Math.Floor(servers + 1e-9);
        var rest = Math.Max(0, servers - whole);
        var less = ErlangQueue.Of(demand.PerMinute, demand.Handling, patience, whole);
        if (rest < 1e-9)
        {
            return less;
        }

        var more = ErlangQueue.Of(demand.PerMinute, demand.Handling, patience, whole + 1);
        double Mean(double one, double other) => ((1 - rest) * one) + (rest * other);
        return new(
            Mean(less.ProbabilityOfWait, more.ProbabilityOfWait), Mean(less.MeanWait, more.MeanWait), Mean(less.GaveUp, more.GaveUp));
    }

    private static int Needed(Scenario scenario, IReadOnlyList<StaffingDemand> demands, List<AdvisorSeed> there)
    {
        // With nobody there, or nobody who can, more of the same do not help.
        if (there.Count == 0 || demands.Any(demand => demand.Able.Count == 0))
        {
            return int.MaxValue;
        }

        var advisors = 1;
        while (Estimate(scenario, demands, there, (double)advisors / there.Count).MeanWait > scenario.TargetWaitMinutes)
        {
            advisors++;
        }

        return advisors;
    }
}
