using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// Suggestions must not be used any more: those of this version, of lesser positions for the same message, and those for every message
/// before it. Said again it says the same, and it may come before the suggestions that it takes back.
/// </summary>
public sealed record SuggestionsWithdrawn : ConversationEvent
{
    /// <summary>The newest suggestions that are taken back.</summary>
    public required SuggestionVersion Version { get; init; }

    /// <summary>Why.</summary>
    public required WithdrawalReason Reason { get; init; }

    /// <summary>The place of the message that took them back.</summary>
    public required string By { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string BusId => ConversationKeys.BusId(
        "withdrawn", Conversation.Key, Version.OrderKey, Version.Position.ToString(CultureInfo.InvariantCulture), Reason.ToString());

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyDictionary<string, string> Properties => new Dictionary<string, string>
    {
        ["type"] = "withdrawn",
        ["brand"] = Conversation.Brand,
    };
}
