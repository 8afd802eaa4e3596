namespace Pipeline.Routing.Difficulty;

/// <summary>
/// Which skill a conversation needs: that of the heaviest rule that names one and does not give way to the page; else that of the entry page; else that of the matter; else the
/// default. The matter goes before the page when the customer named it more than once and never one of the page's skill: they opened the window
/// where they happened to be.
/// </summary>
internal static class SkillChoice
{
    private const int SureCount = 2;

    public static string Of(IEnumerable<RoutingRule> heldHeaviestFirst, RoutingInput input, RoutingRules rules)
    {
        var page = EntryPage.SkillOf(input.EntryPage, rules.SkillByPage);
        if (heldHeaviestFirst.FirstOrDefault(rule => rule.Skill is not null && !GivesWay(rule, page)) is { } rule)
        {
            return rule.Skill!;
        }

        var matter = input.State.Intent is { } intent ? rules.SkillByIntent.GetValueOrDefault(intent) : null;
        return page is not null && !IsElsewhere(page, input, rules) ? page : matter ?? page ?? rules.DefaultSkill;
    }

    private static bool GivesWay(RoutingRule rule, string? page) => page is not null && rule.UnlessPage?.Contains(page) == true;

    private static bool IsElsewhere(string page, RoutingInput input, RoutingRules rules)
    {
        var state = input.State;
        return state.Intent is { } intent && rules.SkillByIntent.ContainsKey(intent)
            && state.Intents.GetValueOrDefault(intent) >= SureCount
            && !state.Intents.Keys.Any(named => rules.SkillByIntent.GetValueOrDefault(named) == page);
    }
}
