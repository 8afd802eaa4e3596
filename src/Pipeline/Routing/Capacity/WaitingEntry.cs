using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Capacity;

/// <summary>A conversation that waits for an advisor: all that is needed to find one, so that nothing else is read for those who go on waiting.</summary>
/// <param name="Ask">What is asked, without a pool: that depends on how long it has waited.</param>
/// <param name="Decision">What it needs, without its reasons.</param>
/// <param name="Since">When the customer began to wait.</param>
public sealed record WaitingEntry(AdvisorAsk Ask, RoutingDecision Decision, DateTimeOffset Since)
{
    /// <summary>The partition of all of them, in the table of advisors.</summary>
    public const string Partition = "waiting";

    /// <summary>The version of the row.</summary>
    public string? ETag { get; init; }

    /// <summary>Reads a row.</summary>
    public static WaitingEntry Read(TableRow row)
    {
        var decision = JsonSerializer.Deserialize(row.Text("Decision")!, PipelineJson.Default.RoutingDecision)!;
        var need = new RoutingNeed(decision.Skill, decision.Level, row.Text("Language")!, row.Text("Brand")!);
        return new(
            new AdvisorAsk(row.RowKey, need)
            {
                Effort = (double)row.Properties["Effort"],
                Channel = row.Text("Channel"),
                Former = row.Text("Former"),
                Avoid = row.Text("Avoid"),
            },
            decision,
            (DateTimeOffset)row.Properties["Since"])
        {
            ETag = row.ETag,
        };
    }

    /// <summary>The row to write.</summary>
    public TableRow ToRow()
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Language"] = Ask.Need.Language,
            ["Brand"] = Ask.Need.Brand,
            ["Effort"] = Ask.Effort,
            ["Since"] = Since,
            ["Decision"] = JsonSerializer.Serialize(Decision with { Reasons = [], Inputs = null }, PipelineJson.Default.RoutingDecision),
        };
        Put(properties, "Channel", Ask.Channel);
        Put(properties, "Former", Ask.Former);
        Put(properties, "Avoid", Ask.Avoid);
        return new(Partition, Ask.Conversation, properties);
    }

    private static void Put(Dictionary<string, object> properties, string name, string? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }
}
