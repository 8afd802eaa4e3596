using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// A message as it is kept: its text masked, and analysed if it is a customer's. It depends on nothing but the message itself, so that
/// the state of a conversation can be made again from its messages at any time.
/// </summary>
public sealed record MessageAnalyzed
{
    /// <summary>The conversation.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>The platform's id of the message.</summary>
    public required string MessageId { get; init; }

    /// <summary>What happened.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public required Sender Sender { get; init; }

    /// <summary>When, by the platform's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The masked text.</summary>
    public required string Text { get; init; }

    /// <summary>The kinds of personal data that were masked in the text, ordered, each once.</summary>
    public IReadOnlyList<string> Masked { get; init; } = [];

    /// <summary>Files that came with it, their names masked.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The message that an edit, a deletion or a correction is about, or the correction that is taken back.</summary>
    public string? TargetMessageId { get; init; }

    /// <summary>The rating, 1 to 5.</summary>
    public int? Rating { get; init; }

    /// <summary>What a person says is so; null for the other kinds.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What was found in the text; null for anybody but the customer, and where there is no text.</summary>
    public TextAnalysis? Analysis { get; init; }

    /// <summary>Its place in the conversation: see <see cref="ConversationKeys.Order"/>.</summary>
    [JsonIgnore]
    public string OrderKey => ConversationKeys.Order(SentAt, MessageId);
}
