using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.Training.Rescoring;

/// <summary>The report as one line of JSON, for programs.</summary>
internal static class RescoreReport
{
    /// <summary>Writes the line.</summary>
    public static string Write(RescoreTally tally) => new JsonObject
    {
        ["scorer"] = tally.Asked.Scorer,
        ["fingerprint"] = tally.Asked.Fingerprint,
        ["since"] = Day(tally.Asked.Since),
        ["until"] = Day(tally.Asked.Until),
        ["brand"] = tally.Asked.Brand,
        ["tolerance"] = tally.Asked.Tolerance,
        ["conversations"] = tally.Conversations,
        ["messages"] = tally.All.Messages,
        ["identical"] = tally.All.Identical,
        ["within"] = tally.All.Within,
        ["changed"] = tally.All.Changed,
        ["storedBy"] = Scorers(tally),
        ["fields"] = Fields(tally.Messages),
        ["conversationsChanged"] = tally.ConversationsChanged,
        ["conversationFields"] = Fields(tally.ChangedConversations),
        ["unscored"] = new JsonObject(tally.Unscored.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonObject
        {
            ["count"] = pair.Value.Count,
            ["examples"] = Strings(pair.Value.Named),
        }))),
    }.ToJsonString();

    private static JsonObject Scorers(RescoreTally tally) => new(tally.Scorers.Select(pair => KeyValuePair.Create(
        pair.Key, (JsonNode?)new JsonObject
        {
            ["messages"] = pair.Value.Messages,
            ["identical"] = pair.Value.Identical,
            ["within"] = pair.Value.Within,
            ["changed"] = pair.Value.Changed,
        })));

    private static JsonObject Fields(TransitionTally tally) => new(tally.Fields.Select(field => KeyValuePair.Create(
        field.Key, (JsonNode?)new JsonArray([.. field.Select(transition => new JsonObject
        {
            ["from"] = transition.From,
            ["to"] = transition.To,
            ["count"] = transition.Count,
            ["examples"] = Strings(transition.Examples.Select(example => example.Place)),
        })]))));

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
