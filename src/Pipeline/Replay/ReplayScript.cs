using Pipeline.Messages;

namespace Pipeline.Replay;

/// <summary>Makes the webhooks of a recorded conversation: its messages, the customer's rating if there was one, and the close.</summary>
public static class ReplayScript
{
    private const string RatingId = "rating";
    private const string CloseId = "close";

    /// <summary>Writes the webhooks, in order. The same arguments make the same webhooks, byte for byte.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="conversationId">The id it is played under.</param>
    /// <param name="startedAt">The sent time of its first message.</param>
    /// <param name="speed">How many times faster than recorded, for the pauses and the sent times.</param>
    public static IReadOnlyList<ReplayedEvent> Write(
        RecordedConversation conversation, string conversationId, DateTimeOffset startedAt, double speed = 1)
    {
        var body = new GenericWebhookBody(conversation, conversationId);
        var events = new List<ReplayedEvent>(conversation.Turns.Count + 2);
        foreach (var turn in conversation.Turns)
        {
            var messageId = MessageId(events.Count);
            var at = turn.At / speed;
            events.Add(new(WebhookId(conversationId, messageId), at, body.Message(messageId, turn, startedAt + at)));
        }

        // One after the other, so that sent time alone gives their order.
        var end = conversation.Duration / speed;
        if (conversation.Rating is { } rating)
        {
            end += TimeSpan.FromMilliseconds(1);
            events.Add(new(WebhookId(conversationId, RatingId), end, body.Rated(RatingId, rating, startedAt + end)));
        }

        end += TimeSpan.FromMilliseconds(1);
        events.Add(Close(conversation, conversationId, startedAt + end) with { At = end });
        return events;
    }

    /// <summary>Writes the close of a conversation alone, due at once.</summary>
    public static ReplayedEvent Close(RecordedConversation conversation, string conversationId, DateTimeOffset closedAt) => new(
        WebhookId(conversationId, CloseId), TimeSpan.Zero, new GenericWebhookBody(conversation, conversationId).Closed(CloseId, closedAt));

    /// <summary>Writes an edit of a message alone, due at once.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="conversationId">The id it is played under.</param>
    /// <param name="turn">Which of its turns is edited, from 0.</param>
    /// <param name="text">The new text.</param>
    /// <param name="editedAt">When.</param>
    public static ReplayedEvent Edit(
        RecordedConversation conversation, string conversationId, int turn, string text, DateTimeOffset editedAt)
    {
        var body = new GenericWebhookBody(conversation, conversationId);
        var id = $"edit-of-{MessageId(turn)}";
        return new(
            WebhookId(conversationId, id),
            TimeSpan.Zero,
            body.Edited(id, MessageId(turn), conversation.Turns[turn].Role, text, editedAt));
    }

    /// <summary>Writes the deletion of a message alone, due at once.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="conversationId">The id it is played under.</param>
    /// <param name="turn">Which of its turns is deleted, from 0.</param>
    /// <param name="deletedAt">When.</param>
    public static ReplayedEvent Delete(RecordedConversation conversation, string conversationId, int turn, DateTimeOffset deletedAt)
    {
        var body = new GenericWebhookBody(conversation, conversationId);
        var id = $"deletion-of-{MessageId(turn)}";
        return new(WebhookId(conversationId, id), TimeSpan.Zero, body.Deleted(id, MessageId(turn), deletedAt));
    }

    private static string MessageId(int turn) => $"m-{turn + 1:D4}";

    private static string WebhookId(string conversationId, string messageId) => ConversationKeys.BusId("msg", conversationId, messageId);
}
