using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Web.Answers;

/// <summary>Whether suggestions may be used.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionStatus>))]
public enum SuggestionStatus
{
    /// <summary>They answer the conversation as it stands.</summary>
    [JsonStringEnumMemberName("current")]
    Current,

    /// <summary>They were taken back: the reason tells why.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>The reply suggestions an advisor may look at now. They are offers: the advisor may use, change or ignore them.</summary>
public sealed record SuggestionsAnswer
{
    /// <summary>The conversation's key.</summary>
    public required string Key { get; init; }

    /// <summary>The customer's message they were made for; null while none were made.</summary>
    public string? MessageId { get; init; }

    /// <summary>When that message was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The version of the conversation that they answer: feedback names it. Null while none were made.</summary>
    public SuggestionVersion? Version { get; init; }

    /// <summary>Whether they may be used.</summary>
    public required SuggestionStatus Status { get; init; }

    /// <summary>Why they were taken back; null while they are current.</summary>
    public WithdrawalReason? Reason { get; init; }

    /// <summary>Whether nothing is shown in this conversation, so that what suggestions bring can be measured by the difference.</summary>
    public required bool HeldOut { get; init; }

    /// <summary>The suggestions, best first; empty when none were made or nothing is sure enough for the advisor's level.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>What the desk shows.</summary>
    public static SuggestionsAnswer From(DeskView view) => new()
    {
        Key = view.Standing.Conversation.Key,
        MessageId = view.Version?.MessageId,
        SentAt = view.SentAt,
        Version = view.Version,
        Status = view.Withdrawn is null ? SuggestionStatus.Current : SuggestionStatus.Withdrawn,
        Reason = view.Withdrawn,
        HeldOut = view.HeldOut,
        Suggestions = view.Suggestions,
    };
}
