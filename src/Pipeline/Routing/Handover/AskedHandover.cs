using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Routing.Handover;

/// <summary>A hand-over that somebody asked for. It holds until the next close: what the messages alone would need does not undo it.</summary>
public sealed record AskedHandover
{
    /// <summary>Names it: asked again under the same id, it is done once.</summary>
    public required string Id { get; init; }

    /// <summary>The place of the last customer's message that was decided on then.</summary>
    public required string After { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why.</summary>
    // Assignments are written without what is a type's default: the first reason is one.
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required HandoverReason Reason { get; init; }

    /// <summary>The trade that is wanted; null for the one that is needed anyhow.</summary>
    public string? Skill { get; init; }

    /// <summary>The least level that is wanted; null for the one that is needed anyhow.</summary>
    public int? Level { get; init; }

    /// <summary>The advisor who had it, and does not get it again before the next close; null when a bot or nobody had it.</summary>
    public string? From { get; init; }

    /// <summary>The advisor who got it at once; null when it had to wait.</summary>
    public string? To { get; init; }
}
