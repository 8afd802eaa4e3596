using System.Globalization;
using Pipeline.Messages;
using Pipeline.Routing;

namespace Pipeline.Training.BackTesting;

/// <summary>Compares what two sets of rules decide at one point, and says why.</summary>
/// <param name="before">The old rules; null where only their decisions are known.</param>
/// <param name="after">The new rules.</param>
internal sealed class DecisionComparison(RoutingRules? before, RoutingRules after)
{
    /// <summary>The changes, always in the same order.</summary>
    /// <param name="old">What was decided.</param>
    /// <param name="now">What the new rules decide.</param>
    public IReadOnlyList<DecisionChange> Changes(RoutingDecision old, RoutingDecision now)
    {
        var changes = new List<DecisionChange>();
        Add(DecisionPart.Hard, old.Hard != now.Hard, now.Hard ? "became hard" : "no longer hard");
        Add(DecisionPart.Level, old.Level != now.Level, string.Create(CultureInfo.InvariantCulture, $"level {old.Level} → {now.Level}"));
        Add(DecisionPart.Skill, old.Skill != now.Skill, $"skill {old.Skill} → {now.Skill}");
        Add(DecisionPart.Urgent, old.Urgent != now.Urgent, now.Urgent ? "became urgent" : "no longer urgent");
        Add(DecisionPart.WantsPerson, old.WantsPerson != now.WantsPerson, now.WantsPerson ? "now wants a person" : "no longer wants a person");
        Add(DecisionPart.Priority, Differ(old.Priority, now.Priority), now.Priority > old.Priority ? "priority higher" : "priority lower");
        return changes;

        void Add(DecisionPart part, bool changed, string kind)
        {
            if (changed)
            {
                changes.Add(new(part, kind, Causes(part, old, now)));
            }
        }
    }

    private List<string> Causes(DecisionPart part, RoutingDecision old, RoutingDecision now)
    {
        var names = old.Reasons.Concat(now.Reasons).Select(reason => reason.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var causes = names.Select(name => Cause(part, name, Find(old, name), Find(now, name))).OfType<string>().ToList();
        if (part == DecisionPart.Hard && before is not null && Differ(before.HardAt, after.HardAt))
        {
            causes.Add($"hardAt {Number(before.HardAt)} → {Number(after.HardAt)}");
        }

        return causes.Count > 0 ? causes : [SettingOf(part)];
    }

    // Null when the rule has no part in it.
    private string? Cause(DecisionPart part, string name, RoutingReason? old, RoutingReason? now)
    {
        var (was, becomes) = (Rule(before, name), Rule(after, name));
        if (now is null || old is null)
        {
            var (rule, sign) = now is null ? (was, "-") : (becomes, "+");
            return rule is null || Matters(part, rule) ? $"{sign} {name}" : null;
        }

        var weighs = part is DecisionPart.Hard or DecisionPart.Level or DecisionPart.Priority or DecisionPart.Skill;
        if (weighs && Differ(old.Weight, now.Weight) && (becomes is null || Matters(part, becomes)))
        {
            return $"{name} {Number(old.Weight)} → {Number(now.Weight)}";
        }

        return was is not null && becomes is not null && Says(part, was) != Says(part, becomes) ? $"{name}: {Says(part, was)} → {Says(part, becomes)}" : null;
    }

    private static bool Matters(DecisionPart part, RoutingRule rule) => part switch
    {
        DecisionPart.Skill => rule.Skill is not null,
        DecisionPart.Urgent => rule.Urgent,
        DecisionPart.WantsPerson => rule.WantsPerson,
        DecisionPart.Level => rule.Weight > 0 || rule.LeastLevel > LevelBand.FrontLine,
        DecisionPart.Priority => rule.Weight > 0 || rule.Urgent || rule.WantsPerson,
        _ => rule.Weight > 0,
    };

    private static string? Says(DecisionPart part, RoutingRule rule) => part switch
    {
        DecisionPart.Skill => rule.Skill ?? "no skill",
        DecisionPart.Urgent or DecisionPart.Priority => rule.Urgent ? "urgent" : "not urgent",
        DecisionPart.WantsPerson => rule.WantsPerson ? "wants a person" : "does not want a person",
        DecisionPart.Level => $"least level {Number(rule.LeastLevel)}",
        _ => null,
    };

    private static string SettingOf(DecisionPart part) => part switch
    {
        DecisionPart.Hard => "hardAt",
        DecisionPart.Level => "levels",
        DecisionPart.Skill => "skillByIntent, skillByPage or defaultSkill",
        DecisionPart.Priority => "priority",
        _ => "the program",
    };

    private static RoutingReason? Find(RoutingDecision decision, string rule) => decision.Reasons.FirstOrDefault(reason => reason.Rule == rule);

    private static RoutingRule? Rule(RoutingRules? rules, string name) => rules?.Rules.FirstOrDefault(rule => rule.Name == name);

    // Weights are summed and rounded to thousandths.
    private static bool Differ(double one, double other) => Math.Abs(one - other) > 0.0005;

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
