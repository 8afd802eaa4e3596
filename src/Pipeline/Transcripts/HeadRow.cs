using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Floor;
using Pipeline.Transcripts.Journey;

namespace Pipeline.Transcripts;

/// <summary>The head row of a conversation: its state after the last message, advanced under its ETag.</summary>
/// <param name="Folded">The conversation and its state.</param>
/// <param name="Orphans">How many edits and deletions wait for a message that is not known yet.</param>
/// <param name="ETag">The version of the row that was read; null for a row to be written.</param>
public sealed record HeadRow(FoldedConversation? Folded, int Orphans, string? ETag = null)
{
    // Raised when the shape changes; the reader keeps one branch for each shape that may still be stored.
    private const int Shape = 1;

    /// <summary>
    /// Whether the next message can be folded onto it: not when its journey was made by other rules, or by a version that knew none. Then it is
    /// made again from the stored messages when the next one comes. The same holds for one that does not know what the customer was told or gave, or
    /// who has the word.
    /// </summary>
    public bool CanAdvance => Folded is null
        || Folded.State is { ToldSentences: not null, KnownSlots: not null, Floor: not null, Journey.Rules: JourneyFold.Rules };

    /// <summary>What was done about the floor outside the messages; null when nothing was. It goes from head to head.</summary>
    public FloorActs? Floor { get; init; }

    /// <summary>Reads a head row.</summary>
    /// <exception cref="InvalidDataException">The row is of a shape that this version does not know.</exception>
    public static HeadRow Read(TableRow row)
    {
        if ((int)row.Properties["Shape"] != Shape)
        {
            throw new InvalidDataException(
                $"The head of '{row.PartitionKey}' has shape {row.Properties["Shape"]}; this version reads shape {Shape}.");
        }

        var folded = row.Text("State") is { } state
            ? new FoldedConversation(
                JsonSerializer.Deserialize(row.Text("Conversation")!, PipelineJson.Default.Conversation)!,
                Filled(JsonSerializer.Deserialize(state, PipelineJson.Default.ConversationState)!))
            : null;
        return new HeadRow(folded, (int)row.Properties["Orphans"], row.ETag)
        {
            Floor = row.Text("Floor") is { } floor ? FloorActs.Read(floor) : null,
        };
    }

    /// <summary>Whether a head row is that of a closed conversation; most often without reading its state.</summary>
    public static bool IsClosed(TableRow row) => row.Properties.TryGetValue("Closed", out var closed)
        ? (bool)closed
        : Read(row).Folded is { State.Closed: true };

    /// <summary>The row to write.</summary>
    public TableRow ToRow(string conversationKey)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Shape"] = Shape,
            ["Orphans"] = Orphans,
            ["Closed"] = Folded is { State.Closed: true },
        };
        if (Folded is { } folded)
        {
            properties["Conversation"] = JsonSerializer.Serialize(folded.Conversation, PipelineJson.Default.Conversation);
            properties["State"] = JsonSerializer.Serialize(folded.State, PipelineJson.Default.ConversationState);
        }

        if (Floor is not null)
        {
            properties["Floor"] = Floor.Write();
        }

        return new TableRow(conversationKey, ConversationRowKeys.Head, properties);
    }

    // A version without rules wrote neither of these.
    private static ConversationState Filled(ConversationState state) => state.Journey.Rules > 0
        ? state
        : state with { Journey = state.Journey with { Delights = [], Memory = new() } };

    /// <summary>The change that writes this head over the one that was read: an insert if there was none.</summary>
    public TableChange Over(string conversationKey, HeadRow? before) => before?.ETag is { } etag
        ? new TableChange.Replace(ToRow(conversationKey), etag)
        : new TableChange.Insert(ToRow(conversationKey));
}
