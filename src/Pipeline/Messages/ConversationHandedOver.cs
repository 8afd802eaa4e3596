using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// A conversation changed hands, and this is what the next advisor needs. It is made when it is first delivered and travels on no bus, so that
/// it tells the newest there is.
/// </summary>
public sealed record ConversationHandedOver : ConversationEvent
{
    /// <summary>Names the transfer: the same for the same one, whenever it is told.</summary>
    public required string TransferId { get; init; }

    /// <summary>The card.</summary>
    public required HandoverCard Card { get; init; }

    /// <summary>The card in short, as plain text in the language of the conversation.</summary>
    public required string Note { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string BusId => TransferId;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyDictionary<string, string> Properties => new Dictionary<string, string>
    {
        ["type"] = "handed-over",
        ["brand"] = Conversation.Brand,
    };
}
