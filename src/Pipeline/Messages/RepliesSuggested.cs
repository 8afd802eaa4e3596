using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>Replies were drafted for a customer's message.</summary>
public sealed record RepliesSuggested : ConversationEvent
{
    /// <summary>The customer's message they answer.</summary>
    public required string MessageId { get; init; }

    /// <summary>Its place in the conversation.</summary>
    public required string OrderKey { get; init; }

    /// <summary>The position of the state they were made from: see <see cref="MessageScored.Position"/>.</summary>
    public required int Position { get; init; }

    /// <summary>The language they are in.</summary>
    public required string Language { get; init; }

    /// <summary>The suggestions, best first; empty when nothing good enough was found.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>
    /// Whether others, made from less of the conversation, may have been told before: then none at all is worth telling too, or the
    /// platform would go on showing those.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Replaces { get; init; }

    /// <summary>Whether they are shown to nobody, so that what suggestions bring can be measured by the difference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HeldOut { get; init; }

    /// <summary>Whether it is a phrase to ask a waiting customer for patience: it stands beside what was suggested for the message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Holding { get; init; }

    /// <summary>The version of the conversation that they answer.</summary>
    [JsonIgnore]
    public SuggestionVersion Version => new(MessageId, OrderKey, Position);

    /// <summary>Whether a language model's draft is among them: then they follow those of the library for the same position.</summary>
    [JsonIgnore]
    public bool HasDraft => Suggestions.Any(suggestion => suggestion.Source == Suggestion.DraftSource);

    /// <inheritdoc/>
    [JsonIgnore]
    public override string BusId => ConversationKeys.BusId(
        Holding ? "holding" : HasDraft ? "drafted" : "suggested", Conversation.Key, MessageId, Position.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyDictionary<string, string> Properties => new Dictionary<string, string>
    {
        ["type"] = "suggested",
        ["brand"] = Conversation.Brand,
    };
}
