namespace Pipeline.Routing.Difficulty;

/// <summary>
/// Which skill a conversation needs. What the customer says goes before where they came from: the heaviest rule that names a skill, then what
/// the conversation is about, then the entry page, then the default.
/// </summary>
internal static class SkillChoice
{
    public static string Of(IEnumerable<RoutingRule> heldHeaviestFirst, RoutingInput input, RoutingRules rules) =>
        heldHeaviestFirst.FirstOrDefault(rule => rule.Skill is not null)?.Skill
        ?? (input.State.Intent is { } intent ? rules.SkillByIntent.GetValueOrDefault(intent) : null)
        ?? OfPage(input.EntryPage, rules)
        ?? rules.DefaultSkill;

    /// <summary>The skill of the longest prefix of a path that the table has, of whole segments; null when there is none.</summary>
    public static string? OfPage(string? page, RoutingRules rules)
    {
        (string? Prefix, string? Skill) best = (null, null);
        foreach (var (prefix, skill) in rules.SkillByPage)
        {
            if (page is not null && IsUnder(page, prefix) && prefix.Length > (best.Prefix?.Length ?? 0))
            {
                best = (prefix, skill);
            }
        }

        return best.Skill;
    }

    private static bool IsUnder(string page, string prefix) =>
        page.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && (prefix.EndsWith('/') || page.Length == prefix.Length || page[prefix.Length] is '/' or '?' or '#');
}
