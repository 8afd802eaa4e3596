using Pipeline.Messages;
using Pipeline.Routing.Difficulty;
using Pipeline.Routing.Learned;

namespace Pipeline.Routing;

/// <summary>Decides what a conversation needs, by the rules and by what was learned. Pure. How angry it sounds decides nothing by itself.</summary>
public static class RoutingDecider
{
    /// <summary>Decides from the state alone, where the page, the brand and the channel are not known.</summary>
    public static RoutingDecision Decide(RoutingRules rules, ConversationState state) => Decide(rules, new RoutingInput { State = state });

    /// <summary>Decides.</summary>
    public static RoutingDecision Decide(RoutingRules rules, RoutingInput input) => Decide(rules, input, LearnedRouting.Shared);

    /// <summary>Decides with another model than that of the program, to measure it.</summary>
    public static RoutingDecision Decide(RoutingRules rules, RoutingInput input, LearnedRouting learned)
    {
        var byRules = SkillChoice.Of(Held(rules, input, null).Select(held => held.Rule), input, rules);
        var finding = rules.Learned is { } settings && (settings.MostMessages is not { } most || input.State.CustomerMessages <= most)
            ? learned.Find(input, rules, byRules)
            : null;
        var verdict = finding?.Verdict;
        var held = Held(rules, input, verdict);
        var difficulty = Math.Round(held.Sum(one => one.Weight), 3);
        var urgent = held.Exists(one => one.Rule.Urgent && (Speaks(one.Rule, verdict) || verdict!.Urgency >= rules.Learned!.UrgentFrom));

        // Whatever the rules say: who asks for a person or a manager is heard.
        var wantsPerson = held.Exists(one => one.Rule.WantsPerson)
            || input.State.Signals.ContainsKey(SignalNames.WantsHuman) || input.State.Signals.ContainsKey(SignalNames.WantsManager);
        return new RoutingDecision
        {
            // A person's word on a conversation holds for what is decided after it (docs/review.md).
            Hard = input.State.Corrections?.Hard ?? difficulty >= rules.HardAt,
            Difficulty = difficulty,
            Level = LevelOf(held, difficulty, rules),
            Skill = input.State.Corrections?.Skill ?? SkillOf(held, byRules, verdict, rules, learned),
            Urgent = urgent,
            WantsPerson = wantsPerson,
            Priority = QueuePriority.Base(rules.Priority, urgent, wantsPerson, difficulty),
            PriorityPerMinute = rules.Priority.PerMinute,
            Reasons = [.. held.Select(one => ReasonOf(one, finding, rules))],
            RulesVersion = rules.Version,
            Inputs = input.Kept with { Learned = verdict },
        };
    }

    private static List<(RoutingRule Rule, double Weight)> Held(RoutingRules rules, RoutingInput input, LearnedVerdict? verdict) => rules.Rules
        .Select((rule, index) => (Rule: rule, Weight: WeightOf(rule, verdict, rules), Index: index))
        .Where(candidate => RuleConditions.Hold(candidate.Rule.When, input, rules, verdict))
        .OrderByDescending(candidate => candidate.Weight)
        .ThenBy(candidate => candidate.Index)
        .Select(candidate => (candidate.Rule, candidate.Weight))
        .ToList();

    private static double WeightOf(RoutingRule rule, LearnedVerdict? verdict, RoutingRules rules) =>
        Speaks(rule, verdict) ? rule.Weight : Math.Round(rule.Weight * rules.Learned!.OthersWeigh, 3);

    // A rule has its full say where nothing was learned, where it asks what was learned, or where it is certain.
    private static bool Speaks(RoutingRule rule, LearnedVerdict? verdict) => verdict is null || rule.Certain || rule.When.AsksLearned;

    private static string SkillOf(
        List<(RoutingRule Rule, double Weight)> held, string byRules, LearnedVerdict? verdict, RoutingRules rules, LearnedRouting learned)
    {
        if (held.Find(one => one.Rule is { Certain: true, Skill: not null }).Rule is { } certain)
        {
            return certain.Skill!;
        }

        // A skill of the desk's own, named by its rules or pages, is none that could have been learned.
        return verdict is not null && verdict.SkillShare >= (rules.Learned!.SkillFrom ?? double.PositiveInfinity) && learned.Skills.Contains(byRules)
            ? verdict.Skill
            : byRules;
    }

    private static RoutingReason ReasonOf((RoutingRule Rule, double Weight) held, LearnedFinding? finding, RoutingRules rules)
    {
        var (french, english) = finding is not null && held.Rule.When.LearnedDifficulty is not null ? LearnedParts.Of(finding, rules) : ("", "");
        return new(held.Rule.Name, held.Weight, held.Rule.French + french, held.Rule.English + english);
    }

    // The lowest level that can hold it: that of the highest band it reaches, or what a rule asks for at least.
    private static int LevelOf(List<(RoutingRule Rule, double Weight)> held, double difficulty, RoutingRules rules)
    {
        var level = held.Select(one => one.Rule.LeastLevel).DefaultIfEmpty(LevelBand.FrontLine).Max();
        foreach (var band in rules.Bands)
        {
            level = difficulty >= band.From ? Math.Max(level, band.Level) : level;
        }

        return level;
    }
}
