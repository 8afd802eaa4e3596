namespace Pipeline.Training.Queueing;

/// <summary>A figure of a simulated day.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Title">Its title in tables, with the unit.</param>
/// <param name="Of">Takes it.</param>
internal sealed record Measure(string Name, string Title, Func<DayOutcome, double> Of)
{
    private const double Percent = 100;

    /// <summary>The worst wait, in minutes: what policies are judged by.</summary>
    public static Measure WorstWait { get; } = new("worstWait", "worst wait, min", day => day.WorstWait);

    /// <summary>The worst delay, in minutes: the wait and what is lost in the conversation.</summary>
    public static Measure WorstDelay { get; } = new("worstDelay", "worst delay, min", day => day.WorstDelay);

    /// <summary>The mean wait, in minutes.</summary>
    public static Measure MeanWait { get; } = new("meanWait", "mean wait", day => day.MeanWait);

    /// <summary>All figures.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        WorstWait,
        new("p95Wait", "p95 wait", day => day.NearlyWorstWait),
        MeanWait,
        new("abandoned", "gave up, %", day => day.Arrived > 0 ? Percent * day.GaveUp / day.Arrived : 0),
        WorstDelay,
        new("meanDelay", "mean delay", day => day.MeanDelay),
        new("overloads", "overloads a day", day => day.Overloads),
        new("overloadedTime", "time over, %", day => Percent * day.OverloadedShare),
        new("evenness", "Jain of delays", day => day.EvennessOfDelays),
    ];
}
