using System.Text.Json;

namespace Pipeline.Routing;

/// <summary>Reads routing rules from JSON, and says what is wrong with them and where.</summary>
public static class RoutingRulesReader
{
    /// <summary>Reads rules.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="origin">Where it comes from, for the error.</param>
    /// <exception cref="FormatException">The rules are not valid; the message names the place and the fault.</exception>
    public static RoutingRules Read(string json, string origin)
    {
        RoutingRules rules;
        try
        {
            rules = JsonSerializer.Deserialize(json, RoutingJson.Default.RoutingRules)
                ?? throw new FormatException($"{origin}: the routing rules are null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{origin}: {exception.Message}", exception);
        }

        return FaultOf(rules) is { } fault ? throw new FormatException($"{origin}: {fault}") : rules;
    }

    private static string? FaultOf(RoutingRules rules)
    {
        if (string.IsNullOrWhiteSpace(rules.Version))
        {
            return "version is empty.";
        }

        if (rules.HardAt <= 0)
        {
            return $"hardAt is {rules.HardAt}; it must be over 0, or every conversation would be hard.";
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < rules.Rules.Count; index++)
        {
            var rule = rules.Rules[index];
            var place = $"rules[{index}] ('{rule.Name}')";
            if (!names.Add(rule.Name))
            {
                return $"{place}: another rule has the same name.";
            }

            if (rule.Weight < 0)
            {
                return $"{place}: weight is {rule.Weight}; it must be 0 or more.";
            }

            if (rule.When is { Signal: null, IntentAmong: null, DistinctIntents: null, NegativeStreak: null })
            {
                return $"{place}: when has no condition; it needs signal, intentAmong, distinctIntents or negativeStreak.";
            }

            if (string.IsNullOrWhiteSpace(rule.French) || string.IsNullOrWhiteSpace(rule.English))
            {
                return $"{place}: the reason must be given in french and in english.";
            }
        }

        return null;
    }
}
