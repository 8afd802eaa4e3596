using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover;

/// <summary>
/// Finds the cards that are to be told, and notes those that were, in rows of their conversation. A card is kept in its row until it was told, so
/// that it says the same however often it has to be sent; after that the row says why and when, and nothing about a person, so that reasons
/// can be counted.
/// </summary>
public sealed class HandoverTelling(ITables tables, ITranscripts transcripts, IClosedRecords? closed = null) : IHandoverCards
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
            || await KeptAsync(key, point, cancellationToken) is not { } card)
        {
            return null;
        }

        return new ConversationHandedOver
        {
            Conversation = standing.Conversation,
            TransferId = point.Id,
            Card = card,
            Note = HandoverNote.Of(card, card.Language),
        };
    }

    /// <inheritdoc/>
    public async Task NoteToldAsync(ConversationHandedOver handedOver, CancellationToken cancellationToken)
    {
        var row = RowOf(handedOver.Conversation.Key, handedOver.TransferId, handedOver.Card, isTold: true);
        await tables.ApplyAsync(TableNames.Conversations, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);

        // A platform that was down may hear of it after the close; that it changed hands counts.
        if (closed is not null)
        {
            await closed.WrittenAsync(row.PartitionKey, cancellationToken);
        }
    }

    // The card of a transfer as it was first made; null when it was told, or the conversation is gone.
    private async Task<HandoverCard?> KeptAsync(string key, HandoverPoint point, CancellationToken cancellationToken)
    {
        if (await ReadAsync(key, point.Id, cancellationToken) is { } kept)
        {
            return CardOf(kept);
        }

        if (await transcripts.ReadAsync(key, cancellationToken) is not { } transcript)
        {
            return null;
        }

        var card = HandoverCards.Of(transcript, point.Reason, point.At);
        try
        {
            await tables.ApplyAsync(
                TableNames.Conversations, key, [new TableChange.Insert(RowOf(key, point.Id, card, isTold: false))], cancellationToken);
            return card;
        }
        catch (TableConflictException)
        {
            // Another run made it at the same moment: that one stands.
            return await ReadAsync(key, point.Id, cancellationToken) is { } other ? CardOf(other) : null;
        }
    }

    private static HandoverCard? CardOf(TableRow row) =>
        row.Text("Card") is { } card ? JsonSerializer.Deserialize(card, PipelineJson.Default.HandoverCard) : null;

    private static TableRow RowOf(string key, string transferId, HandoverCard card, bool isTold)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Reason"] = card.Reason!.Value.ToString(),
            ["At"] = card.At!.Value,
            ["Skill"] = card.Next?.Skill ?? "",
        };
        if (!isTold)
        {
            properties["Card"] = JsonSerializer.Serialize(card, PipelineJson.Default.HandoverCard);
        }

        return new(key, transferId, properties);
    }

    private Task<TableRow?> ReadAsync(string key, string rowKey, CancellationToken cancellationToken) =>
        tables.ReadAsync(TableNames.Conversations, key, rowKey, cancellationToken);
}
