using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Transcripts;

namespace Pipeline.Benchmarks.Quality;

/// <summary>The rows that the path would have written of a conversation, by the product's own writers.</summary>
internal static class SyntheticRows
{
    /// <summary>The rows of its partition.</summary>
    public static IReadOnlyList<TableRow> Of(SyntheticConversation conversation)
    {
        var timeline = new ConversationTimeline(conversation.Messages);
        var folded = timeline.Fold()[^1];
        var key = folded.Conversation.Key;
        var rows = new List<TableRow>(conversation.Messages.Count + 8) { new HeadRow(folded, timeline.Orphans).ToRow(key), Assigned(conversation, folded) };
        rows.AddRange(conversation.Messages.Select(MessageRow.From));
        rows.AddRange(conversation.Suggestions.Select(pair => Suggested(key, pair.Key, pair.Value, folded.State.Language)));

        // The first message decides; the path decides again after each, mostly the same.
        var first = conversation.Messages[0];
        rows.Add(new DecisionRow(first.OrderKey, 1, conversation.Decision, NeedOf(conversation, folded)).ToRow(key));
        return rows;
    }

    private static RoutingNeed NeedOf(SyntheticConversation conversation, FoldedConversation folded) =>
        new(conversation.Decision.Skill, conversation.Decision.Level, folded.State.Language, folded.Conversation.Brand);

    private static TableRow Assigned(SyntheticConversation conversation, FoldedConversation folded)
    {
        var first = conversation.Messages[0];
        var assignment = new Assignment
        {
            LatestCustomer = first.OrderKey,
            Steps = [new(first.OrderKey, NeedOf(conversation, folded), conversation.Advisor.Id)],
            Revision = 1,
            View = new AssignmentView
            {
                Status = folded.State.Closed ? AssignmentStatus.Released : AssignmentStatus.Assigned,
                Decision = conversation.Decision,
                AdvisorId = conversation.Advisor.Id,
                AdvisorFirstName = conversation.Advisor.FirstName,
                AdvisorLevel = conversation.Advisor.Level,
            },
        };
        return ((TableChange.Insert)assignment.Over(folded.Conversation.Key, null)).Row;
    }

    private static TableRow Suggested(string key, string orderKey, IReadOnlyList<Suggestion> suggestions, string language) => new(
        key,
        ConversationRowKeys.Suggestions(orderKey),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Position"] = 1,
            ["Language"] = language,
            ["Suggestions"] = JsonSerializer.Serialize(suggestions, PipelineJson.Default.IReadOnlyListSuggestion),
        });
}
