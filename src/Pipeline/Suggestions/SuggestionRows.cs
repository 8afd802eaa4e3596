using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions;

/// <summary>The suggestions for a customer's message, as a row of its conversation.</summary>
internal static class SuggestionRows
{
    public static TableRow Write(RepliesSuggested replies)
    {
        var properties = new Dictionary<string, object>
        {
            ["Position"] = replies.Position,
            ["Language"] = replies.Language,
            ["Suggestions"] = JsonSerializer.Serialize(replies.Suggestions, PipelineJson.Default.IReadOnlyListSuggestion),
        };
        if (replies.HeldOut)
        {
            properties["HeldOut"] = true;
        }

        return new(replies.Conversation.Key, ConversationRowKeys.Suggestions(replies.OrderKey), properties);
    }

    public static int Position(TableRow row) => (int)row.Properties["Position"];

    /// <summary>What was made before, as the row has it.</summary>
    public static RepliesSuggested Read(TableRow row, RepliesSuggested replies) => replies with
    {
        Position = Position(row),
        Language = row.Text("Language")!,
        Suggestions = JsonSerializer.Deserialize(row.Text("Suggestions")!, PipelineJson.Default.IReadOnlyListSuggestion)!,
    };
}
