using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>An hour of a scenario by the formulas.</summary>
/// <param name="Hour">The hour, from 0.</param>
/// <param name="Arrivals">How many customers write.</param>
/// <param name="Advisors">How many advisors are there in the middle of it.</param>
/// <param name="Servers">How many conversations they hold at once without being above capacity.</param>
/// <param name="Use">The share of their capacity that is asked for.</param>
/// <param name="Estimate">What the formula says.</param>
/// <param name="Needed">The fewest advisors, each as those that are there on average, with whom the mean wait is within the target.</param>
internal sealed record StaffingHour(int Hour, double Arrivals, int Advisors, int Servers, double Use, QueueEstimate Estimate, int Needed);

/// <summary>
/// Estimates staffing from arrival rates, handling times and concurrency, an hour at a time as if it went on for ever: the conversations that
/// advisors hold at once are the servers of Erlang's formulas. All advisors count as one pool: what skills and languages part is not seen, so it is
/// the least that is needed (docs/simulation.md).
/// </summary>
internal static class StaffingEstimate
{
    private const int MostAdvisors = 10_000;
    private const double Middle = 0.5;

    /// <summary>The hours in which customers write.</summary>
    public static IReadOnlyList<StaffingHour> Of(Scenario scenario) =>
        [.. Enumerable.Range(0, scenario.Hours).Select(hour => Of(scenario, hour)).OfType<StaffingHour>()];

    private static StaffingHour? Of(Scenario scenario, int hour)
    {
        var rates = scenario.Streams
            .Where(stream => hour >= stream.FromHour && hour < stream.FromHour + stream.PerHour.Count)
            .Select(stream => (Stream: stream, Rate: stream.PerHour[hour - stream.FromHour])).ToList();
        var arrivals = rates.Sum(one => one.Rate);
        if (arrivals <= 0)
        {
            return null;
        }

        var mixes = rates.Select(one => (one.Rate, Mix: Mix(scenario, one.Stream))).ToList();
        var handling = mixes.Sum(one => one.Rate * one.Mix.Minutes) / arrivals;
        var taken = mixes.Sum(one => one.Rate * one.Mix.SlotMinutes) / arrivals;
        var at = scenario.Start.AddHours(hour + Middle);
        var there = scenario.Advisors.Where(advisor => advisor.Schedule is not { } schedule || schedule.At(at) == HalfDay.Chat).ToList();
        var capacity = there.Sum(advisor => advisor.Capacity);

        // A conversation takes so many slots on average over the time for which it lasts.
        var slots = taken / handling;
        var perMinute = arrivals / 60;
        var servers = (int)(capacity / slots);
        var each = (there.Count > 0 ? there : scenario.Advisors).Average(advisor => advisor.Capacity);
        var patience = scenario.Patience?.MeanMinutes;
        var needed = 1;
        while (needed < MostAdvisors && ErlangQueue.Of(perMinute, handling, patience, (int)(needed * each / slots)).MeanWait > scenario.TargetWaitMinutes)
        {
            needed++;
        }

        return new(
            hour, arrivals, there.Count, servers, capacity > 0 ? perMinute * taken / capacity : double.PositiveInfinity,
            ErlangQueue.Of(perMinute, handling, patience, servers), needed);
    }

    // The means over the four kinds: hard or not, angry or not.
    private static (double Minutes, double SlotMinutes) Mix(Scenario scenario, ArrivalStream stream)
    {
        var (minutes, slotMinutes) = (0.0, 0.0);
        foreach (var (hard, angry) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var share = (hard ? stream.Hard : 1 - stream.Hard) * (angry ? stream.Angry : 1 - stream.Angry);
            var mean = scenario.Handling.Of(hard, angry);
            minutes += share * mean;
            slotMinutes += share * mean * scenario.Attention.Of(hard, angry);
        }

        return (minutes, slotMinutes);
    }
}
