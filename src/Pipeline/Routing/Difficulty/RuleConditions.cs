using Pipeline.Messages;

namespace Pipeline.Routing.Difficulty;

/// <summary>Whether a condition holds: all that it names.</summary>
internal static class RuleConditions
{
    public static bool Hold(RoutingCondition when, RoutingInput input, RoutingRules rules, LearnedVerdict? learned)
    {
        var state = input.State;
        return (when.Signal is null || state.Signals.GetValueOrDefault(when.Signal) >= when.AtLeast)
            && (when.SignalAmong is null || when.SignalAmong.Any(state.Signals.ContainsKey))
            && (when.NoSignalAmong is null || !when.NoSignalAmong.Any(state.Signals.ContainsKey))
            && (when.IntentAmong is null || (state.Intent is { } intent && when.IntentAmong.Contains(intent, StringComparer.Ordinal)))
            && (when.DistinctIntents is not { } distinct || Matters(input, rules) >= distinct)
            && (when.WithoutMatter is not { } messages || (state.CustomerMessages >= messages && Matters(input, rules) == 0))
            && (when.NegativeStreak is not { } streak || state.Journey.NegativeStreak >= streak)
            && (when.LearnedDifficulty is not { } difficulty || learned?.Difficulty >= difficulty)
            && (when.LearnedUrgency is not { } urgency || learned?.Urgency >= urgency)
            && (when.BrandAmong is null || when.BrandAmong.Contains(input.Brand, StringComparer.Ordinal))
            && (when.ChannelAmong is null || when.ChannelAmong.Contains(input.Channel, StringComparer.Ordinal));
    }

    private static int Matters(RoutingInput input, RoutingRules rules) => input.State.Intents.Keys.Count(rules.SkillByIntent.ContainsKey);
}
