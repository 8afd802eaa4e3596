using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover;

/// <summary>
/// Finds the cards that are to be told, and notes those that were, in rows of their conversation. Such a row says why and when, and holds
/// nothing about a person, so that reasons can be counted.
/// </summary>
public sealed class HandoverTelling(ITables tables, ITranscripts transcripts, TimeProvider clock) : IHandoverCards
{
    /// <inheritdoc/>
    public async Task<ConversationHandedOver?> FindUntoldAsync(
        ConversationRouted routed, ConversationStanding standing, CancellationToken cancellationToken)
    {
        var key = standing.Conversation.Key;
        if (routed.Status != AssignmentStatus.Assigned
            || standing.Assignment is not { Status: AssignmentStatus.Assigned } view
            || view.AdvisorId != routed.AdvisorId
            || (view.TransferredAt is null && standing.State.BotMessages == 0)
            || await ReadAsync(key, ConversationRowKeys.Assignment, cancellationToken) is not { } row
            || HandoverPoint.Of(Assignment.Read(row), standing) is not { } point
            || await ReadAsync(key, point.Id, cancellationToken) is not null
            || await transcripts.ReadAsync(key, cancellationToken) is not { } transcript)
        {
            return null;
        }

        var card = HandoverCards.Of(transcript, point.Reason, point.At);
        return new ConversationHandedOver
        {
            Conversation = transcript.Conversation,
            TransferId = point.Id,
            Card = card,
            Note = HandoverNote.Of(card, card.Language),
        };
    }

    /// <inheritdoc/>
    public Task NoteToldAsync(ConversationHandedOver handedOver, CancellationToken cancellationToken)
    {
        var (key, card) = (handedOver.Conversation.Key, handedOver.Card);
        var row = new TableRow(key, handedOver.TransferId, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Reason"] = card.Reason!.Value.ToString(),
            ["At"] = card.At!.Value,
            ["Skill"] = card.Next?.Skill ?? "",
            ["ToldAt"] = clock.GetUtcNow(),
        });
        return tables.ApplyAsync(TableNames.Conversations, key, [new TableChange.Upsert(row)], cancellationToken);
    }

    private Task<TableRow?> ReadAsync(string key, string rowKey, CancellationToken cancellationToken) =>
        tables.ReadAsync(TableNames.Conversations, key, rowKey, cancellationToken);
}
