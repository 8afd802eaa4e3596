using System.Text.Json;
using Pipeline.Routing.Rules;

namespace Pipeline.Routing;

/// <summary>Reads routing rules from JSON, and says what is wrong with them and where.</summary>
public static class RoutingRulesReader
{
    /// <summary>Reads rules.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="origin">Where it comes from, for the error.</param>
    /// <exception cref="RoutingRulesException">The rules are not valid; the message names each place and fault.</exception>
    public static RoutingRules Read(string json, string origin)
    {
        RoutingRules? rules;
        try
        {
            rules = JsonSerializer.Deserialize(json, RoutingJson.Default.RoutingRules);
        }
        catch (JsonException exception)
        {
            // Its message repeats where it is, in words of its own.
            var path = exception.Path?.TrimStart('$', '.');
            throw new RoutingRulesException(
                origin,
                [new(string.IsNullOrEmpty(path) ? "the rules" : path, exception.Message.Split(" Path: ")[0])],
                exception);
        }

        if (rules is null)
        {
            throw new RoutingRulesException(origin, [new("the rules", "they are null.")]);
        }

        RoutingRulesFault[] faults = [.. RoutingRulesCheck.FaultsOf(rules)];
        return faults.Length > 0 ? throw new RoutingRulesException(origin, faults) : rules;
    }
}
