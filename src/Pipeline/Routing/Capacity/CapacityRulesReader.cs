using System.Text.Json;

namespace Pipeline.Routing.Capacity;

/// <summary>Reads capacity rules from JSON, and says what is wrong with them and where.</summary>
public static class CapacityRulesReader
{
    private const int LongestMinutes = 24 * 60;

    /// <summary>Reads rules.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The rules; or what is wrong with them.</returns>
    public static (CapacityRules? Rules, FieldFault? Fault) Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RoutingJson.Default.CapacityRules) is not { } rules
                ? (null, new("", "The rules are null."))
                : FaultOf(rules) is { } fault ? (null, fault) : (rules, null);
        }
        catch (JsonException exception)
        {
            return (null, new(exception.Path?.TrimStart('$', '.') ?? "", exception.Message));
        }
    }

    private static FieldFault? FaultOf(CapacityRules rules)
    {
        if (string.IsNullOrWhiteSpace(rules.Version))
        {
            return new("version", "It is empty.");
        }

        if (rules.Efforts is null || rules.Widenings is null || rules.Neighbours is null || rules.ProposeAfterSecondsByPage is null)
        {
            return new("", "efforts, widenings, neighbours and proposeAfterSecondsByPage may be left out, but not be null.");
        }

        return rules.Efforts.Fault()
            ?? WideningFault(rules.Widenings)
            ?? NeighbourFault(rules.Neighbours)
            ?? Range("silenceAfterMinutes", rules.SilenceAfterMinutes, 0, LongestMinutes)
            ?? Range("holdAfterMinutes", rules.HoldAfterMinutes, 0, LongestMinutes)
            ?? Range("heartbeatMissedAfterSeconds", rules.HeartbeatMissedAfterSeconds, 30, 3600)
            ?? Range("formerAdvisorDays", rules.FormerAdvisorDays, 0, 365)
            ?? Range("handlingMinutes", rules.HandlingMinutes, 1, LongestMinutes)
            ?? Range("proposeAfterSeconds", rules.ProposeAfterSeconds, 0, 3600)
            ?? rules.ProposeAfterSecondsByPage
                .Select(page => page.Key is ['/', ..]
                    ? Range($"proposeAfterSecondsByPage.{page.Key}", page.Value, 0, 3600)
                    : new($"proposeAfterSecondsByPage.{page.Key}", "A page is the beginning of a path and starts with '/'."))
                .FirstOrDefault(fault => fault is not null);
    }

    private static FieldFault? WideningFault(IReadOnlyList<Widening> widenings)
    {
        if (widenings is not [{ AfterMinutes: 0 }, ..])
        {
            return new("widenings", "There must be at least one, and the first must have afterMinutes 0.");
        }

        for (var index = 0; index < widenings.Count; index++)
        {
            var (widening, place) = (widenings[index], $"widenings[{index}]");
            if (widening is null || (index > 0 && !(widening.AfterMinutes > widenings[index - 1].AfterMinutes)))
            {
                return new($"{place}.afterMinutes", "It must be greater than that of the widening before.");
            }

            if (widening.EffortAtMost is { } most && (!(most >= EffortWeights.Unit) || most % EffortWeights.Unit != 0))
            {
                return new($"{place}.effortAtMost", FormattableString.Invariant($"{most} must be a multiple of {EffortWeights.Unit}, more than 0."));
            }

            if ((Range($"{place}.levelsAbove", widening.LevelsAbove, 0, 2) ?? Range($"{place}.levelsBelow", widening.LevelsBelow, 0, 2)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static FieldFault? NeighbourFault(IReadOnlyDictionary<string, IReadOnlyList<string>> neighbours)
    {
        foreach (var (skill, others) in neighbours)
        {
            if (others is null || others.Any(string.IsNullOrWhiteSpace) || others.Contains(skill, StringComparer.Ordinal))
            {
                return new($"neighbours.{skill}", "It must be a list of other skills.");
            }
        }

        return null;
    }

    private static FieldFault? Range(string field, int value, int least, int most) =>
        value >= least && value <= most ? null : new(field, FormattableString.Invariant($"{value} must be from {least} to {most}."));
}
