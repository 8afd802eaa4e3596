using Pipeline.Messages;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Routing;

/// <summary>Decides what a conversation needs, by the rules. Pure. How angry it sounds decides nothing by itself.</summary>
public static class RoutingDecider
{
    /// <summary>Decides from the state alone, where the page, the brand and the channel are not known.</summary>
    public static RoutingDecision Decide(RoutingRules rules, ConversationState state) => Decide(rules, new RoutingInput { State = state });

    /// <summary>Decides.</summary>
    public static RoutingDecision Decide(RoutingRules rules, RoutingInput input)
    {
        var held = rules.Rules
            .Select((rule, index) => (Rule: rule, Index: index))
            .Where(candidate => RuleConditions.Hold(candidate.Rule.When, input, rules))
            .OrderByDescending(candidate => candidate.Rule.Weight)
            .ThenBy(candidate => candidate.Index)
            .Select(candidate => candidate.Rule)
            .ToList();
        var difficulty = Math.Round(held.Sum(rule => rule.Weight), 3);
        var urgent = held.Exists(rule => rule.Urgent);

        // Whatever the rules say: who asks for a person or a manager is heard.
        var wantsPerson = held.Exists(rule => rule.WantsPerson)
            || input.State.Signals.ContainsKey(SignalNames.WantsHuman) || input.State.Signals.ContainsKey(SignalNames.WantsManager);
        return new RoutingDecision
        {
            // A person's word on a conversation holds for what is decided after it (docs/review.md).
            Hard = input.State.Corrections?.Hard ?? difficulty >= rules.HardAt,
            Difficulty = difficulty,
            Level = LevelOf(held, difficulty, rules),
            Skill = input.State.Corrections?.Skill ?? SkillChoice.Of(held, input, rules),
            Urgent = urgent,
            WantsPerson = wantsPerson,
            Priority = QueuePriority.Base(rules.Priority, urgent, wantsPerson, difficulty),
            PriorityPerMinute = rules.Priority.PerMinute,
            Reasons = [.. held.Select(rule => new RoutingReason(rule.Name, rule.Weight, rule.French, rule.English))],
            RulesVersion = rules.Version,
            Inputs = input.Kept,
        };
    }

    // The lowest level that can hold it: that of the highest band it reaches, or what a rule asks for at least.
    private static int LevelOf(List<RoutingRule> held, double difficulty, RoutingRules rules)
    {
        var level = held.Select(rule => rule.LeastLevel).DefaultIfEmpty(LevelBand.FrontLine).Max();
        foreach (var band in rules.Bands)
        {
            level = difficulty >= band.From ? Math.Max(level, band.Level) : level;
        }

        return level;
    }
}
