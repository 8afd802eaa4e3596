using Pipeline.Messages;

namespace Pipeline.Routing.Rules;

/// <summary>Finds what is wrong with a condition.</summary>
internal static class ConditionCheck
{
    // Intents that never have a skill: what people say around the matter.
    private static readonly string[] Around = ["human_request", "small_talk_other", "thanks_feedback"];

    public static IEnumerable<RoutingRulesFault> FaultsOf(RoutingCondition when, string path, RoutingRules rules)
    {
        if (when.IsEmpty)
        {
            yield return new(path, "when has no condition; it needs signal, signalAmong, noSignalAmong, intentAmong, distinctIntents, withoutMatter, negativeStreak, learnedDifficulty, learnedUrgency, brandAmong or channelAmong.");
        }

        if (when.Signal is not null && !SignalNames.All.Contains(when.Signal))
        {
            yield return new($"{path}.signal", NoSignal(when.Signal));
        }

        if (when.AtLeast < 1 || (when.AtLeast > 1 && when.Signal is null))
        {
            yield return new($"{path}.atLeast", "it says how often signal was found: 1 or more, beside signal.");
        }

        (string Name, double? Value)[] learned = [("learnedDifficulty", when.LearnedDifficulty), ("learnedUrgency", when.LearnedUrgency)];
        foreach (var (name, value) in learned.Where(condition => condition.Value is not null and not (> 0 and < 1)))
        {
            yield return new($"{path}.{name}", "it is a probability: over 0 and under 1.");
        }

        if (when.AsksLearned && rules.Learned is null)
        {
            yield return new(path, "it asks what was learned, and without the settings learned nothing is.");
        }

        foreach (var fault in Lists(when, path))
        {
            yield return fault;
        }

        foreach (var intent in when.IntentAmong ?? [])
        {
            if (!rules.SkillByIntent.ContainsKey(intent) && !Around.Contains(intent))
            {
                yield return new($"{path}.intentAmong", $"'{intent}' is not an intent of skillByIntent.");
            }
        }

        (string Name, int? Value)[] counts =
            [("distinctIntents", when.DistinctIntents), ("withoutMatter", when.WithoutMatter), ("negativeStreak", when.NegativeStreak)];
        foreach (var (name, value) in counts.Where(entry => entry.Value < 1))
        {
            yield return new($"{path}.{name}", $"it is {value}; it must be 1 or more.");
        }
    }

    private static IEnumerable<RoutingRulesFault> Lists(RoutingCondition when, string path)
    {
        (string Name, IReadOnlyList<string>? Values, bool Signals)[] lists =
        [
            ("signalAmong", when.SignalAmong, true), ("noSignalAmong", when.NoSignalAmong, true), ("intentAmong", when.IntentAmong, false),
            ("brandAmong", when.BrandAmong, false), ("channelAmong", when.ChannelAmong, false),
        ];
        foreach (var (name, values, signals) in lists)
        {
            if (values?.Count == 0)
            {
                yield return new($"{path}.{name}", "it is empty, so nothing can be among it.");
            }

            for (var index = 0; signals && index < values?.Count; index++)
            {
                if (!SignalNames.All.Contains(values[index]))
                {
                    yield return new($"{path}.{name}[{index}]", NoSignal(values[index]));
                }
            }
        }
    }

    private static string NoSignal(string name) => $"'{name}' is not a known signal; known are {string.Join(", ", SignalNames.All)}.";
}
