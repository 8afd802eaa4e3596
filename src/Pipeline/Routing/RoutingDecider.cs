using Pipeline.Messages;

namespace Pipeline.Routing;

/// <summary>Decides what a conversation needs from its state, by the rules. Pure. How angry it sounds decides nothing by itself.</summary>
public static class RoutingDecider
{
    private const int FrontLine = 1;
    private const int Specialist = 2;

    /// <summary>Decides.</summary>
    public static RoutingDecision Decide(RoutingRules rules, ConversationState state)
    {
        var held = rules.Rules
            .Select((rule, index) => (Rule: rule, Index: index))
            .Where(candidate => Holds(candidate.Rule.When, state, rules))
            .OrderByDescending(candidate => candidate.Rule.Weight)
            .ThenBy(candidate => candidate.Index)
            .Select(candidate => candidate.Rule)
            .ToList();
        var difficulty = Math.Round(held.Sum(rule => rule.Weight), 3);
        var hard = difficulty >= rules.HardAt;
        return new RoutingDecision
        {
            Hard = hard,
            Difficulty = difficulty,
            Level = hard ? Specialist : FrontLine,
            Skill = SkillOf(held, state, rules),
            Urgent = held.Exists(rule => rule.Urgent),
            Reasons = [.. held.Select(rule => new RoutingReason(rule.Name, rule.Weight, rule.French, rule.English))],
            RulesVersion = rules.Version,
        };
    }

    private static string SkillOf(List<RoutingRule> held, ConversationState state, RoutingRules rules) =>
        held.Find(rule => rule.Skill is not null)?.Skill
        ?? (state.Intent is { } intent ? rules.SkillByIntent.GetValueOrDefault(intent) : null)
        ?? rules.DefaultSkill;

    private static bool Holds(RoutingCondition when, ConversationState state, RoutingRules rules) =>
        (when.Signal is null || state.Signals.GetValueOrDefault(when.Signal) >= when.AtLeast)
        && (when.IntentAmong is null || (state.Intent is { } intent && when.IntentAmong.Contains(intent, StringComparer.Ordinal)))
        && (when.DistinctIntents is not { } distinct || state.Intents.Keys.Count(rules.SkillByIntent.ContainsKey) >= distinct)
        && (when.NegativeStreak is not { } streak || state.Journey.NegativeStreak >= streak);
}
