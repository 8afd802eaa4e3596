using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>Something that travels between stages on the bus.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageCaptured), "captured")]
[JsonDerivedType(typeof(MessageScored), "scored")]
[JsonDerivedType(typeof(RepliesSuggested), "suggested")]
[JsonDerivedType(typeof(ConversationRouted), "routed")]
public abstract record ConversationEvent
{
    /// <summary>The conversation it belongs to.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>Its identity on the bus: the same whenever the same thing is said again.</summary>
    [JsonIgnore]
    public abstract string BusId { get; }

    /// <summary>What subscriptions filter on. Never personal data.</summary>
    [JsonIgnore]
    public abstract IReadOnlyDictionary<string, string> Properties { get; }
}
