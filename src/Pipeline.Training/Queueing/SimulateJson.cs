using System.Text.Json.Nodes;

namespace Pipeline.Training.Queueing;

/// <summary>The comparison as one line of JSON; times are minutes.</summary>
internal static class SimulateJson
{
    private const int Digits = 4;

    /// <summary>Writes it.</summary>
    public static string Write(PolicyComparison comparison, IReadOnlyList<StaffingHour> staffing) => new JsonObject
    {
        ["scenario"] = comparison.Scenario.Name,
        ["seeds"] = comparison.Seeds,
        ["conversations"] = comparison.Conversations,
        ["policies"] = Object(comparison.Policies, policy => new JsonObject
        {
            ["figures"] = Object(Measure.All.Select(measure => measure.Name), name => Ends(comparison.Of(policy, Find(name)))),
            ["fairness"] = Object(Fairness.Groups.Select(group => group.Name), name => Fair(comparison, policy, name)),
        }),
        ["first"] = comparison.Policies[0],
        ["firstLessOther"] = Object(comparison.Policies.Skip(1), other => Object(
            Measure.All.Select(measure => measure.Name), name => Ends(comparison.Difference(comparison.Policies[0], other, Find(name))))),
        ["staffing"] = new JsonArray([.. staffing.Select(JsonNode (hour) => Hour(comparison, hour))]),
    }.ToJsonString();

    private static JsonObject Object(IEnumerable<string> names, Func<string, JsonNode?> valueOf) =>
        new(names.Select(name => KeyValuePair.Create(name, valueOf(name))));

    private static Measure Find(string name) => Measure.All.Single(measure => measure.Name == name);

    private static JsonObject Ends(Interval interval) =>
        new() { ["mean"] = Number(interval.Mean), ["low"] = Number(interval.Low), ["high"] = Number(interval.High) };

    private static JsonObject Fair(PolicyComparison comparison, string policy, string name)
    {
        var fairness = comparison.FairnessOf(policy, Fairness.Groups.Single(group => group.Name == name).Of);
        return new()
        {
            ["meanWaits"] = Object(fairness.Waits.Keys, group => Number(fairness.Waits[group])),
            ["ratio"] = fairness.Ratio is { } ratio ? Number(ratio) : null,
            ["jain"] = Number(fairness.Jain),
        };
    }

    private static JsonObject Hour(PolicyComparison comparison, StaffingHour hour)
    {
        var (wait, gaveUp) = comparison.HourOf(comparison.Policies[0], hour.Hour);
        return new JsonObject
        {
            ["hour"] = hour.Hour,
            ["arrivals"] = Number(hour.Arrivals),
            ["advisors"] = hour.Advisors,
            ["use"] = Number(hour.Use),
            ["onePool"] = Estimate(hour.OnePool, hour.Needed.OnePool),
            ["parted"] = Estimate(hour.Parted, hour.Needed.Parted),
            ["simulated"] = new JsonObject { ["meanWait"] = Number(wait), ["abandoned"] = Number(gaveUp) },
        };
    }

    private static JsonObject Estimate(QueueEstimate estimate, int needed) => new()
    {
        ["meanWait"] = Number(estimate.MeanWait),
        ["abandoned"] = Number(estimate.GaveUp),
        ["advisorsNeeded"] = needed == int.MaxValue ? null : needed,
    };

    // JSON has no infinity.
    private static JsonNode? Number(double value) => double.IsFinite(value) ? Math.Round(value, Digits) : null;
}
