using Pipeline.Routing;
using Pipeline.Routing.Capacity;

namespace Pipeline.Training.Queueing;

/// <summary>Runs policies over the same days, one day for each seed, and compares them.</summary>
internal sealed class PolicyComparison
{
    private readonly Dictionary<string, IReadOnlyList<DayOutcome>> _days;

    private PolicyComparison(Scenario scenario, Dictionary<string, IReadOnlyList<DayOutcome>> days) => (Scenario, _days) = (scenario, days);

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The policies, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Policies => [.. _days.Keys];

    /// <summary>How many days each ran.</summary>
    public int Seeds => _days.Values.First().Count;

    /// <summary>How many conversations were simulated in all.</summary>
    public int Conversations => _days.Values.Sum(days => days.Sum(day => day.Arrived));

    /// <summary>Runs them.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="policies">The names of the policies.</param>
    /// <param name="seeds">How many days; the seeds are 1, 2, 3 ….</param>
    /// <param name="progress">Told after each day of each policy.</param>
    /// <param name="capacity">How conversations weigh and who may take them when; null for the rules that come with the program.</param>
    public static PolicyComparison Run(
        Scenario scenario, IReadOnlyList<string> policies, int seeds, Action progress, CapacityRules? capacity = null)
    {
        capacity ??= CapacityRulesSource.ReadSeed();
        var draw = new CustomerDraw(scenario, RoutingSeed.ReadRules());
        var days = policies.ToDictionary(policy => policy, _ => new List<DayOutcome>());
        for (var seed = 1; seed <= seeds; seed++)
        {
            var customers = draw.Draw(seed);
            foreach (var policy in policies)
            {
                days[policy].Add(QueueRun.Run(scenario, customers, QueuePolicies.Make(policy, capacity)));
                progress();
            }
        }

        return new(scenario, days.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<DayOutcome>)pair.Value));
    }

    /// <summary>The days of a policy, by seed.</summary>
    public IReadOnlyList<DayOutcome> Days(string policy) => _days[policy];

    /// <summary>A figure of a policy over the seeds.</summary>
    public Interval Of(string policy, Measure measure) => Interval.Of([.. _days[policy].Select(measure.Of)]);

    /// <summary>By how much a figure of one policy is above that of another on the same days.</summary>
    public Interval Difference(string policy, string other, Measure measure) =>
        Interval.Of([.. _days[policy].Zip(_days[other], (one, two) => measure.Of(one) - measure.Of(two))]);

    /// <summary>The mean wait in minutes, and the share that gave up, of those who wrote in an hour of any day.</summary>
    public (double MeanWait, double GaveUp) HourOf(string policy, int hour)
    {
        var hours = _days[policy].Select(day => day.Hour(hour)).ToList();
        var customers = hours.Sum(one => one.Customers);
        return customers == 0 ? (0, 0) : (hours.Sum(one => one.Minutes) / customers, (double)hours.Sum(one => one.GaveUp) / customers);
    }

    /// <summary>How fair a policy is to groups.</summary>
    public Fairness FairnessOf(string policy, Func<QueuedCustomer, string> group)
    {
        // Mean waits over all days first: a quiet day, on which a group did not wait at all, has no ratio.
        var waits = new SortedDictionary<string, double>(
            _days[policy].SelectMany(day => day.WaitBy(group)).GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Average(one => one.Value)),
            StringComparer.Ordinal);
        return new(waits, waits.Values.Min() > 0 ? waits.Values.Max() / waits.Values.Min() : null, DayOutcome.Jain(waits.Values));
    }
}

/// <summary>How evenly waits are spread over groups.</summary>
/// <param name="Waits">The mean wait of each group, in minutes.</param>
/// <param name="Ratio">The longest by the shortest; null when a group never waits.</param>
/// <param name="Jain">Jain's index of them.</param>
internal sealed record Fairness(IReadOnlyDictionary<string, double> Waits, double? Ratio, double Jain)
{
    /// <summary>The groups that are looked at.</summary>
    public static IReadOnlyList<(string Name, Func<QueuedCustomer, string> Of)> Groups { get; } =
    [
        ("brand", customer => customer.Brand),
        ("language", customer => customer.Language),
        ("customer", customer => customer.Returning ? "returning" : "new"),
        ("difficulty", customer => customer.Hard ? "hard" : "not hard"),
    ];
}
