using System.Text.Json.Serialization;
using Pipeline.Messages;

namespace Pipeline.Web.Requests;

/// <summary>The body of an advisor's feedback.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FeedbackOrder
{
    /// <summary>Names it: told again under the same id, it is told once.</summary>
    public string? Id { get; init; }

    /// <summary>What the advisor did.</summary>
    public FeedbackKind? Kind { get; init; }

    /// <summary>The suggestion that it is about.</summary>
    public string? SuggestionId { get; init; }

    /// <summary>The version that the suggestions came with.</summary>
    public SuggestionVersion? Version { get; init; }

    /// <summary>What is being sent: compared with the suggestion, and not kept.</summary>
    public string? Text { get; init; }

    /// <summary>Why it was dismissed, or the frame left.</summary>
    public FeedbackReason? Reason { get; init; }
}
