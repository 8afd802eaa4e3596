using System.Text.Json.Serialization;

namespace Pipeline.Routing.Capacity;

/// <summary>How places are shared out: data, edited without a new version of the program (docs/capacity.md).</summary>
// Plain setters: the source-generated reader gives an absent init-only property its type's default, not this one.
public sealed record CapacityRules
{
    /// <summary>Names this set of rules.</summary>
    public required string Version { get; init; }

    /// <summary>How much of a capacity a conversation takes.</summary>
    public EffortWeights Efforts { get; set; } = new();

    /// <summary>Who may take a conversation the longer it has waited, by ascending time; the first from 0 minutes.</summary>
    public IReadOnlyList<Widening> Widenings { get; set; } = [new()];

    /// <summary>The skills that may stand in for a skill, best first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Neighbours { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>After so many minutes in which the customer waits and the advisor does not write, the conversation goes back to the queue; 0 for never.</summary>
    public int SilenceAfterMinutes { get; set; } = 10;

    /// <summary>After so many minutes in which the customer owes the answer, a conversation is on hold and weighs less; 0 for never.</summary>
    public int HoldAfterMinutes { get; set; } = 5;

    /// <summary>After so many seconds without a heartbeat, of an advisor whose desk sends them, they count as gone.</summary>
    public int HeartbeatMissedAfterSeconds { get; set; } = 120;

    /// <summary>For so many days a returning customer is given the advisor they had, if present and under capacity; 0 for never.</summary>
    public int FormerAdvisorDays { get; set; } = 30;

    /// <summary>How long an advisor has a conversation, in minutes: what waits are estimated from.</summary>
    public int HandlingMinutes { get; set; } = 12;

    /// <summary>After so many seconds on a page the window is proposed; the founding interview names 30 s and 1 min.</summary>
    public int ProposeAfterSeconds { get; set; } = 60;

    /// <summary>The pages where that is another time, by the beginning of their path; the longest that fits counts.</summary>
    public IReadOnlyDictionary<string, int> ProposeAfterSecondsByPage { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How long a heartbeat may fail to come.</summary>
    [JsonIgnore]
    public TimeSpan HeartbeatPatience => TimeSpan.FromSeconds(HeartbeatMissedAfterSeconds);

    /// <summary>Who may take a conversation that has waited for some time.</summary>
    public AdvisorPool PoolFor(RoutingNeed need, TimeSpan waited) =>
        WideningAfter(waited).PoolFor(need, Neighbours.GetValueOrDefault(need.Skill) ?? []);

    /// <summary>How much of a capacity a conversation is counted for after it has waited for some time, in slots.</summary>
    public double EffortFor(double effort, TimeSpan waited) =>
        WideningAfter(waited).EffortAtMost is { } most ? Math.Min(effort, most) : effort;

    private Widening WideningAfter(TimeSpan waited)
    {
        var widening = Widenings[0];
        for (var index = 1; index < Widenings.Count && TimeSpan.FromMinutes(Widenings[index].AfterMinutes) <= waited; index++)
        {
            widening = Widenings[index];
        }

        return widening;
    }
}
