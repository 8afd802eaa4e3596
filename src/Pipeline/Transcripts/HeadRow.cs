using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>The head row of a conversation: its state after the last message, advanced under its ETag.</summary>
/// <param name="Folded">The conversation and its state.</param>
/// <param name="Orphans">How many edits and deletions wait for a message that is not known yet.</param>
/// <param name="ETag">The version of the row that was read; null for a row to be written.</param>
public sealed record HeadRow(FoldedConversation? Folded, int Orphans, string? ETag = null)
{
    // Raised when the shape changes; the reader keeps one branch for each shape that may still be stored.
    private const int Shape = 2;

    // Its journey knew no turns, and what they are found with was not kept.
    private const int ShapeWithoutTurns = 1;

    /// <summary>
    /// Whether the next message can be folded onto it: false for a row of an older shape, which is made again from the stored messages when the
    /// next one comes.
    /// </summary>
    public bool CanAdvance { get; private init; } = true;

    /// <summary>Reads a head row.</summary>
    /// <exception cref="InvalidDataException">The row is of a shape that this version does not know.</exception>
    public static HeadRow Read(TableRow row)
    {
        var shape = (int)row.Properties["Shape"];
        if (shape is not (Shape or ShapeWithoutTurns))
        {
            throw new InvalidDataException(
                $"The head of '{row.PartitionKey}' has shape {shape}; this version reads shapes {ShapeWithoutTurns} and {Shape}.");
        }

        var folded = row.Text("State") is { } state
            ? new FoldedConversation(
                JsonSerializer.Deserialize(row.Text("Conversation")!, PipelineJson.Default.Conversation)!,
                WithTurns(JsonSerializer.Deserialize(state, PipelineJson.Default.ConversationState)!, shape))
            : null;
        return new HeadRow(folded, (int)row.Properties["Orphans"], row.ETag) { CanAdvance = shape == Shape };
    }

    /// <summary>The row to write.</summary>
    public TableRow ToRow(string conversationKey)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["Shape"] = Shape, ["Orphans"] = Orphans };
        if (Folded is { } folded)
        {
            properties["Conversation"] = JsonSerializer.Serialize(folded.Conversation, PipelineJson.Default.Conversation);
            properties["State"] = JsonSerializer.Serialize(folded.State, PipelineJson.Default.ConversationState);
        }

        return new TableRow(conversationKey, ConversationRowKeys.Head, properties);
    }

    private static ConversationState WithTurns(ConversationState state, int shape) => shape == Shape
        ? state
        : state with { Journey = state.Journey with { Delights = [], Memory = new() } };

    /// <summary>The change that writes this head over the one that was read: an insert if there was none.</summary>
    public TableChange Over(string conversationKey, HeadRow? before) => before?.ETag is { } etag
        ? new TableChange.Replace(ToRow(conversationKey), etag)
        : new TableChange.Insert(ToRow(conversationKey));
}
