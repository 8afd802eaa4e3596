using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>A conversation was given to an advisor or a queue, or its place was given back at its close.</summary>
public sealed record ConversationRouted : ConversationEvent
{
    /// <summary>The message after which it was decided.</summary>
    public required string MessageId { get; init; }

    /// <summary>
    /// How much was known: of two for one conversation, the one with the greater position stands. With the same, a waiting one was before an
    /// assigned one, and that before a released one.
    /// </summary>
    public required int Position { get; init; }

    /// <summary>What the conversation needs.</summary>
    public required RoutingDecision Decision { get; init; }

    /// <summary>The advisor it was given to; null when it waits, or is closed.</summary>
    public string? AdvisorId { get; init; }

    /// <summary>The advisor's first name.</summary>
    public string? AdvisorFirstName { get; init; }

    /// <summary>Where it stands.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>What the customer may be told while the service is closed, for the advisor or the bot; null while it is open.</summary>
    public OutOfHours? OutOfHours { get; init; }

    /// <summary>Why it was last taken back from an advisor; null when it never was.</summary>
    public ReturnReason? Returned { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string BusId => ConversationKeys.BusId(
        "routed", Conversation.Key, MessageId, Position.ToString(CultureInfo.InvariantCulture), Status.ToString(), AdvisorId ?? "");

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyDictionary<string, string> Properties => new Dictionary<string, string>
    {
        ["type"] = "routed",
        ["brand"] = Conversation.Brand,
        ["hard"] = Decision.Hard ? "true" : "false",
        ["summary"] = "changed",
    };
}

/// <summary>Where a conversation stands with the advisors.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssignmentStatus>))]
public enum AssignmentStatus
{
    /// <summary>Nobody with the skill has a free place: it waits.</summary>
    Waiting,

    /// <summary>An advisor holds it.</summary>
    Assigned,

    /// <summary>It is closed and its place was given back.</summary>
    Released,
}
