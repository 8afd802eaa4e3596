using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing;

/// <summary>The decision after one customer's message, with what it was made from.</summary>
/// <param name="OrderKey">The place of the message.</param>
/// <param name="Position">The position of the state it was made from: of two for one message, the greater stands.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Need">What an advisor must have.</param>
public sealed record DecisionRow(string OrderKey, int Position, RoutingDecision Decision, RoutingNeed Need)
{
    /// <summary>How much of an advisor's capacity it takes, in slots; 1 where a version decided that did not weigh.</summary>
    public double Effort { get; init; } = 1;

    /// <summary>Reads a row.</summary>
    public static DecisionRow Read(TableRow row)
    {
        var decision = JsonSerializer.Deserialize(row.Text("Decision")!, PipelineJson.Default.RoutingDecision)!;
        return new(
            row.RowKey[ConversationRowKeys.DecisionPrefix.Length..],
            (int)row.Properties["Position"],
            decision,
            new RoutingNeed(decision.Skill, decision.Level, row.Text("Language")!, row.Text("Brand")!))
        {
            Effort = row.Properties.TryGetValue("Effort", out var effort) ? (double)effort : 1,
        };
    }

    /// <summary>The row to write.</summary>
    public TableRow ToRow(string conversationKey) => new(
        conversationKey,
        ConversationRowKeys.Decision(OrderKey),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Position"] = Position,
            ["Hard"] = Decision.Hard,
            ["Difficulty"] = Decision.Difficulty,
            ["Skill"] = Decision.Skill,
            ["Urgent"] = Decision.Urgent,
            ["RulesVersion"] = Decision.RulesVersion,
            ["Language"] = Need.Language,
            ["Brand"] = Need.Brand,
            ["Effort"] = Effort,
            ["Decision"] = JsonSerializer.Serialize(Decision, PipelineJson.Default.RoutingDecision),
        });
}
