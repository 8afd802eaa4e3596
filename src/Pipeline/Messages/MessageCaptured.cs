using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>A platform told us of something that happened in a conversation; it is verified and normalised, and not yet masked.</summary>
public sealed record MessageCaptured : ConversationEvent
{
    /// <summary>The platform's id of this happening, stable over redeliveries.</summary>
    public required string MessageId { get; init; }

    /// <summary>What happened.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required Sender Sender { get; init; }

    /// <summary>When it happened, by the platform's clock: this places it in the conversation.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The text; empty for a close, a deletion or a bare attachment.</summary>
    public string Text { get; init; } = "";

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The message that an edit, a deletion or a correction is about, or the correction that is taken back; null for the other kinds.</summary>
    public string? TargetMessageId { get; init; }

    /// <summary>The rating, 1 (worst) to 5 (best); null for the other kinds.</summary>
    public int? Rating { get; init; }

    /// <summary>What a person says is so; null for the other kinds.</summary>
    public Correction? Correction { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string BusId => ConversationKeys.BusId("captured", Conversation.Key, MessageId);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyDictionary<string, string> Properties => new Dictionary<string, string>
    {
        ["kind"] = Kind.ToString(),
        ["sender"] = Sender.Role.ToString(),
        ["brand"] = Conversation.Brand,
    };
}
