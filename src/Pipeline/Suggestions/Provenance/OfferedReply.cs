using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Speaking;

namespace Pipeline.Suggestions.Provenance;

/// <summary>A suggestion at its place in a conversation.</summary>
/// <param name="Suggestion">The suggestion.</param>
/// <param name="MessageId">The customer's message that it answers.</param>
/// <param name="OrderKey">The place of that message.</param>
/// <param name="IsShown">Whether the advisor could see it.</param>
internal sealed record OfferedReply(Suggestion Suggestion, string MessageId, string OrderKey, bool IsShown)
{
    /// <summary>Every suggestion of a conversation, in its order, best first for each message; holding phrases among them.</summary>
    public static IReadOnlyList<OfferedReply> In(ConversationRecord record, ISpeakingPolicy policy)
    {
        var level = record.Transcript.Assignment?.AdvisorLevel;
        var offered = new List<OfferedReply>();
        foreach (var message in record.Transcript.Messages.Where(message => message.Suggestions is not null))
        {
            var key = ConversationKeys.Order(message.SentAt, message.Id);
            var isHeldOut = record.Rows[ConversationRowKeys.Suggestions(key)].Properties.ContainsKey("HeldOut");
            var shown = isHeldOut ? [] : policy.Audible(message.Suggestions!, level).Select(suggestion => suggestion.Id).ToHashSet(StringComparer.Ordinal);
            offered.AddRange(message.Suggestions!.Select(suggestion =>
                new OfferedReply(suggestion, message.Id, key, shown.Contains(suggestion.Id))));
        }

        offered.AddRange(record.Under(ConversationRowKeys.HoldingPrefix).Select(Holding.Read).Select(holding =>
            new OfferedReply(holding.Suggestion, holding.Version.MessageId, holding.Version.OrderKey, holding.IsTold)));
        return [.. offered.OrderBy(reply => reply.OrderKey, StringComparer.Ordinal)];
    }
}
