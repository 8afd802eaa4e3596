using Pipeline.Routing.Difficulty;

namespace Pipeline.Routing.Rules;

/// <summary>Finds what is wrong with rules that could be read.</summary>
internal static class RoutingRulesCheck
{
    /// <summary>The most rules: each is tried for each message of a customer.</summary>
    public const int MostRules = 200;

    private const int LongestName = 64;

    public static IEnumerable<RoutingRulesFault> FaultsOf(RoutingRules rules) =>
        [.. OfHead(rules), .. OfLearned(rules.Learned), .. OfSkills(rules), .. OfLevels(rules.Levels), .. OfPriority(rules.Priority), .. OfRules(rules)];

    private static IEnumerable<RoutingRulesFault> OfHead(RoutingRules rules)
    {
        if (string.IsNullOrWhiteSpace(rules.Version))
        {
            yield return new("version", "version is empty.");
        }
        else if (!IsName(rules.Version))
        {
            yield return new("version", $"'{rules.Version}' is not a name: up to {LongestName} letters, digits, '.', '_' and '-'.");
        }

        if (!double.IsFinite(rules.HardAt) || rules.HardAt <= 0)
        {
            yield return new("hardAt", $"hardAt is {Text(rules.HardAt)}; it must be over 0, or every conversation would be hard.");
        }
    }

    private static IEnumerable<RoutingRulesFault> OfLearned(LearnedSettings? settings)
    {
        (string Name, double? Value)[] shares =
            [("othersWeigh", settings?.OthersWeigh), ("skillFrom", settings?.SkillFrom), ("urgentFrom", settings?.UrgentFrom)];
        foreach (var (name, value) in shares.Where(share => share.Value is not null and not (>= 0 and <= 1)))
        {
            yield return new($"learned.{name}", $"it is {Text(value!.Value)}; it is between 0 and 1.");
        }

        if (settings?.MostMessages is < 1)
        {
            yield return new("learned.mostMessages", $"it is {settings.MostMessages}; it is at least 1, or absent for no bound.");
        }
    }

    private static IEnumerable<RoutingRulesFault> OfSkills(RoutingRules rules)
    {
        var named = rules.SkillByIntent.Select(pair => ($"skillByIntent['{pair.Key}']", Skill: pair.Value))
            .Concat(rules.SkillByPage.Select(pair => ($"skillByPage['{pair.Key}']", Skill: pair.Value)))
            .Prepend(("defaultSkill", Skill: rules.DefaultSkill));
        foreach (var (path, skill) in named.Where(entry => !IsName(entry.Skill)))
        {
            yield return new(path, $"'{skill}' is not a skill: up to {LongestName} letters, digits, '.', '_' and '-'.");
        }

        foreach (var page in rules.SkillByPage.Keys.Where(page => !page.StartsWith('/') && !page.StartsWith(EntryPage.AnyPlace, StringComparison.Ordinal)))
        {
            yield return new($"skillByPage['{page}']", $"a page is the beginning of a path, such as /support/tv, or a word anywhere in it, such as {EntryPage.AnyPlace}tv.");
        }
    }

    private static IEnumerable<RoutingRulesFault> OfLevels(IReadOnlyList<LevelBand>? levels)
    {
        for (var index = 0; index < levels?.Count; index++)
        {
            var band = levels[index];
            if (band.Level is <= LevelBand.FrontLine or > LevelBand.Highest)
            {
                yield return new($"levels[{index}].level", $"it is {band.Level}; the levels above the front line are 2 and {LevelBand.Highest}.");
            }

            if (!double.IsFinite(band.From) || band.From <= 0)
            {
                yield return new($"levels[{index}].from", $"it is {Text(band.From)}; it must be over 0.");
            }

            if (index > 0 && (band.Level <= levels[index - 1].Level || band.From <= levels[index - 1].From))
            {
                yield return new($"levels[{index}]", "levels ascend: each has a higher level from a greater difficulty than the one before.");
            }
        }
    }

    private static IEnumerable<RoutingRulesFault> OfPriority(PriorityWeights weights)
    {
        (string Name, double Value)[] values =
        [
            ("urgent", weights.Urgent), ("wantsPerson", weights.WantsPerson), ("perDifficulty", weights.PerDifficulty),
            ("mostDifficulty", weights.MostDifficulty),
        ];
        foreach (var (name, value) in values.Where(entry => !double.IsFinite(entry.Value) || entry.Value < 0))
        {
            yield return new($"priority.{name}", $"it is {Text(value)}; it must be 0 or more.");
        }

        if (!double.IsFinite(weights.PerMinute) || weights.PerMinute <= 0)
        {
            yield return new("priority.perMinute", $"it is {Text(weights.PerMinute)}; it must be over 0, or somebody could wait for ever.");
        }
    }

    private static IEnumerable<RoutingRulesFault> OfRules(RoutingRules rules)
    {
        if (rules.Rules.Count > MostRules)
        {
            yield return new("rules", $"there are {rules.Rules.Count}; {MostRules} at most.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < rules.Rules.Count; index++)
        {
            var (rule, path) = (rules.Rules[index], $"rules[{index}]");
            if (!IsName(rule.Name))
            {
                yield return new($"{path}.name", $"'{rule.Name}' is not a name: up to {LongestName} letters, digits, '.', '_' and '-'.");
            }
            else if (!names.Add(rule.Name))
            {
                yield return new($"{path}.name", $"another rule has the same name, '{rule.Name}'.");
            }

            if (!double.IsFinite(rule.Weight) || rule.Weight < 0)
            {
                yield return new($"{path}.weight", $"weight is {Text(rule.Weight)}; it must be 0 or more.");
            }

            if (rule.Skill is not null && !IsName(rule.Skill))
            {
                yield return new($"{path}.skill", $"'{rule.Skill}' is not a skill: up to {LongestName} letters, digits, '.', '_' and '-'.");
            }

            foreach (var page in (rule.UnlessPage ?? []).Where(page => !rules.SkillByPage.Values.Contains(page)))
            {
                yield return new($"{path}.unlessPage", $"'{page}' is the skill of no page in skillByPage.");
            }

            if (rule.LeastLevel is < LevelBand.FrontLine or > LevelBand.Highest)
            {
                yield return new($"{path}.leastLevel", $"it is {rule.LeastLevel}; the levels are 1 to {LevelBand.Highest}.");
            }

            if (string.IsNullOrWhiteSpace(rule.French) || string.IsNullOrWhiteSpace(rule.English))
            {
                yield return new(path, "the reason must be given in french and in english.");
            }

            foreach (var fault in ConditionCheck.FaultsOf(rule.When, $"{path}.when", rules))
            {
                yield return fault;
            }
        }
    }

    // Also safe in keys of tables, and in the columns where an advisor's skills stand side by side.
    private static bool IsName(string? name) =>
        name?.Length is > 0 and <= LongestName && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    private static string Text(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
