using System.Globalization;
using Pipeline.Routing.Administration;

namespace Pipeline.Training.Queueing;

/// <summary>What a scenario must be.</summary>
internal static class ScenarioCheck
{
    private const int MostHours = 24 * 7;
    private const double MostPerHour = 100_000;
    private const double Slack = 0.000_001;

    /// <summary>What is wrong with one, naming the field; null when nothing is.</summary>
    public static string? FaultOf(Scenario scenario) =>
        Within("hours", scenario.Hours, 1, MostHours)
        ?? (scenario.Streams.Count == 0 ? "streams: at least one is needed." : null)
        ?? First(scenario.Streams, (stream, index) => FaultOf(stream, $"streams[{index}]", scenario.Hours))
        ?? (scenario.Patience is { } patience
            ? Within("patience.meanMinutes", patience.MeanMinutes, 0.1, 10_000) ?? Within("patience.shape", patience.Shape, 0.2, 10)
            : null)
        ?? Within("handling.ordinaryMinutes", scenario.Handling.OrdinaryMinutes, 0.1, 1_000)
        ?? Within("handling.angryMinutes", scenario.Handling.AngryMinutes, 0.1, 1_000)
        ?? Within("handling.hardMinutes", scenario.Handling.HardMinutes, 0.1, 1_000)
        ?? Within("handling.variation", scenario.Handling.Variation, 0, 5)
        ?? Within("attention.ordinary", scenario.Attention.Ordinary, 0.1, 10)
        ?? Within("attention.angry", scenario.Attention.Angry, 0.1, 10)
        ?? Within("attention.hard", scenario.Attention.Hard, 0.1, 10)
        ?? Within("lossAboveCapacity", scenario.LossAboveCapacity, 0, 10)
        ?? Within("withoutSkill", scenario.WithoutSkill, 1, 10)
        ?? Within("judgement.found", scenario.Judgement.Found, 0, 1)
        ?? Within("judgement.falseAlarms", scenario.Judgement.FalseAlarms, 0, 1)
        ?? Within("targetWaitMinutes", scenario.TargetWaitMinutes, 0.01, 1_000)
        ?? (scenario.Advisors.Count == 0 ? "advisors: at least one is needed." : null)
        ?? First(scenario.Advisors, (advisor, index) => AdvisorProfileRules.Fault(advisor) is { } fault ? $"advisors[{index}].{fault.Field}: {fault.Fault}" : null)
        ?? (scenario.Advisors.GroupBy(advisor => advisor.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"advisors: {twice.Key} is there twice."
            : null);

    private static string? FaultOf(ArrivalStream stream, string path, int hours) =>
        Within($"{path}.fromHour", stream.FromHour, 0, hours - 1)
        ?? (stream.PerHour.Count == 0 || stream.FromHour + stream.PerHour.Count > hours
            ? $"{path}.perHour: it must have at least one hour, and end within the {hours.ToString(CultureInfo.InvariantCulture)} hours of the scenario."
            : null)
        ?? First(stream.PerHour, (rate, index) => Within($"{path}.perHour[{index}]", rate, 0, MostPerHour))
        ?? Shares($"{path}.brands", stream.Brands)
        ?? Shares($"{path}.languages", stream.Languages)
        ?? Shares($"{path}.skills", stream.Skills)
        ?? Within($"{path}.hard", stream.Hard, 0, 1)
        ?? Within($"{path}.angry", stream.Angry, 0, 1)
        ?? Within($"{path}.urgent", stream.Urgent, 0, 1)
        ?? Within($"{path}.returning", stream.Returning, 0, 1);

    private static string? Shares(string path, IReadOnlyDictionary<string, double> shares) =>
        shares.Values.Any(share => !(share >= 0)) || !(Math.Abs(shares.Values.Sum() - 1) < Slack)
            ? $"{path}: the shares must not be negative and add up to 1; they add up to {shares.Values.Sum().ToString("0.###", CultureInfo.InvariantCulture)}."
            : null;

    private static string? Within(string path, double value, double least, double most) => value >= least && value <= most
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{path}: {value} must be from {least} to {most}.");

    private static string? First<T>(IReadOnlyList<T> all, Func<T, int, string?> faultOf) =>
        all.Select(faultOf).FirstOrDefault(fault => fault is not null);
}
