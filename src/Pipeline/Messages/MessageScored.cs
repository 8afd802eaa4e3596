using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// A message was scored and its conversation advanced. It carries the state of the conversation just after the message, made from
/// the messages before it that are known so far.
/// </summary>
public sealed record MessageScored : ConversationEvent
{
    /// <summary>The message, masked and analysed; an edited message with its last text.</summary>
    public required MessageAnalyzed Message { get; init; }

    /// <summary>The conversation's state just after this message.</summary>
    public required ConversationState State { get; init; }

    /// <summary>
    /// How many happenings the state is made of (messages up to this one, their edits and deletions). It only ever grows for one message:
    /// of two results for the same message, the one with the greater position knew more and stands.
    /// </summary>
    [JsonIgnore]
    public int Position => State.Position;

    /// <summary>Whether the conversation's summary changed, so that the index of transcripts must be written.</summary>
    public bool SummaryChanged { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string BusId => ConversationKeys.BusId(
        "scored", Conversation.Key, Message.MessageId, Position.ToString(CultureInfo.InvariantCulture), SummaryChanged ? "s" : "-");

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyDictionary<string, string> Properties => new Dictionary<string, string>
    {
        ["type"] = "scored",
        ["kind"] = Message.Kind.ToString(),
        ["sender"] = Message.Sender.Role.ToString(),
        ["brand"] = Conversation.Brand,
        ["summary"] = SummaryChanged ? "changed" : "same",
    };
}
