using System.Text.Json.Nodes;
using Pipeline.Training.Routing;

namespace Pipeline.Training.BackTesting;

/// <summary>The report as one line of JSON; no text of customers is in it.</summary>
internal static class BackTestJson
{
    /// <summary>Writes it.</summary>
    public static string Write(BackTestTally tally) => new JsonObject
    {
        ["against"] = tally.Before,
        ["rules"] = tally.After,
        ["conversations"] = tally.Conversations,
        ["decisions"] = tally.Points,
        ["notCompared"] = tally.Unknown,
        ["changed"] = tally.PointsChanged,
        ["conversationsChanged"] = tally.ConversationsChanged,
        ["changes"] = new JsonArray([.. tally.Kinds.Select(Kind)]),
        ["examples"] = new JsonArray([.. tally.Examples.Select(Example)]),
        ["right"] = tally is { RightBefore: { } before, RightAfter: { } after }
            ? new JsonObject { ["before"] = Measured(before), ["after"] = Measured(after) }
            : null,
    }.ToJsonString();

    private static JsonNode Kind(ChangeCount count) => new JsonObject
    {
        ["change"] = count.Kind,
        ["decisions"] = count.Points,
        ["conversations"] = count.Conversations,
        ["causes"] = new JsonObject(count.Causes.Select(cause => KeyValuePair.Create<string, JsonNode?>(cause.Cause, cause.Points))),
    };

    private static JsonNode Example(ChangeExample example) => new JsonObject
    {
        ["conversation"] = example.Conversation,
        ["message"] = example.Message,
        ["changes"] = new JsonArray([.. example.Changes.Select(change => JsonValue.Create(change.Kind))]),
        ["causes"] = new JsonArray(
            [.. example.Changes.SelectMany(change => change.Causes).Distinct(StringComparer.Ordinal).Select(cause => JsonValue.Create(cause))]),
    };

    private static JsonObject Measured(RoutingMeasurement measured) => new()
    {
        ["cases"] = measured.Cases,
        ["skill"] = Math.Round(measured.Skill, 4),
        ["hardF1"] = Math.Round(measured.HardF1, 4),
        ["hardRight"] = Math.Round(measured.HardRight, 4),
        ["urgentF1"] = Math.Round(measured.UrgentF1, 4),
    };
}
