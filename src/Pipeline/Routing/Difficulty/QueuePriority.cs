using Pipeline.Messages;

namespace Pipeline.Routing.Difficulty;

/// <summary>
/// Who comes first when several conversations wait: urgency and difficulty by the rules, and every minute of waiting. Never what a customer is
/// worth. Waiting grows without bound, so nobody waits for ever behind newer urgent ones.
/// </summary>
public static class QueuePriority
{
    /// <summary>The points of a conversation that has waited; more come first.</summary>
    /// <param name="decision">What it needs.</param>
    /// <param name="waited">How long it has waited; less than nothing counts as nothing.</param>
    public static double Of(RoutingDecision decision, TimeSpan waited) =>
        decision.Priority + (decision.PriorityPerMinute * Math.Max(0, waited.TotalMinutes));

    /// <summary>The points before any waiting.</summary>
    internal static double Base(PriorityWeights weights, bool urgent, bool wantsPerson, double difficulty) => Math.Round(
        (urgent ? weights.Urgent : 0)
        + (wantsPerson ? weights.WantsPerson : 0)
        + (weights.PerDifficulty * Math.Min(difficulty, weights.MostDifficulty)),
        3);
}
