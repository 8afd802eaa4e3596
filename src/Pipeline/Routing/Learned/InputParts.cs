using Pipeline.Messages;
using Pipeline.Routing.Difficulty;

namespace Pipeline.Routing.Learned;

/// <summary>
/// The named parts of a conversation that are weighed beside its words: signs, page, matter, the rules' own choice, its course. Never who the customer is. The same in
/// training and in use; the factors say how loud each is, chosen by leaving out one hand at a time (docs/routing.md).
/// </summary>
internal static class InputParts
{
    /// <summary>What a part begins with that is a sign.</summary>
    public const string Signal = "signal:";

    private const int MostMessages = 5;
    private const int MostNegative = 3;

    /// <summary>The parts with their values.</summary>
    public static IEnumerable<(string Name, double Value)> Of(RoutingInput input, RoutingRules rules, string byRules)
    {
        var state = input.State;
        yield return ("always", 1);
        yield return ($"language:{state.Language}", 0.5);
        foreach (var (signal, count) in state.Signals)
        {
            // Who asks for a person is heard anyway: it says nothing of the matter.
            if (signal is not (SignalNames.WantsHuman or SignalNames.WantsManager))
            {
                yield return (Signal + signal, 0.7 * Math.Min(count, 2));
            }
        }

        var page = EntryPage.SkillOf(input.EntryPage, rules.SkillByPage) ?? (input.EntryPage is null ? "none" : "other");
        var matter = state.Intent is { } intent ? rules.SkillByIntent.GetValueOrDefault(intent) ?? "other" : "none";
        yield return ($"page:{page}", 2);
        yield return ($"matter:{matter}", 0.5);
        yield return ($"page:{page} matter:{matter}", 0.3);
        yield return ($"rules:{byRules}", 1);
        foreach (var (named, count) in state.Intents)
        {
            yield return ($"intent:{named}", 0.5 * count / Math.Max(1, state.CustomerMessages));
        }

        yield return ("messages", 0.5 * Math.Log(1 + state.CustomerMessages));
        yield return ($"messages:{Math.Min(MostMessages, state.CustomerMessages)}", 0.5);
        yield return ("answers", 0.5 * Math.Log(1 + state.AdvisorMessages));
        yield return ("negative", 0.5 * Math.Min(MostNegative, state.Journey.NegativeStreak));
        yield return ("worst", 0.5 * state.Journey.WorstValence);
    }
}
