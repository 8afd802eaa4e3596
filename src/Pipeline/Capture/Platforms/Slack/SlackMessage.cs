using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Slack;

/// <summary>Reads an event of a message (docs.slack.dev/reference/events/message).</summary>
/// <param name="happened">The event.</param>
/// <param name="appId">The id of the app that the event was sent to: ours.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
internal sealed class SlackMessage(BodyObject happened, string? appId, PlatformAccount account, DateTimeOffset now)
{
    /// <summary>What the event says.</summary>
    public WebhookReading Read()
    {
        // What is said in the advisors' channel is about customers, and not with them: our own notes stand there.
        if (account.OutletAddress is not null && happened.Id("channel") == account.AccountId)
        {
            return new WebhookReading.Ignored("AdvisorsChannel");
        }

        return happened.TextOrNone("subtype", CaptureLimits.Label) switch
        {
            null or "file_share" or "thread_broadcast" or "me_message" or "bot_message" => ReadCreated(),
            "message_changed" => ReadChanged(happened.Object("message")),
            "message_deleted" => ReadDeleted(),

            // Somebody joined, the topic was set: no talk.
            _ => new WebhookReading.Ignored("Activity"),
        };
    }

    private WebhookReading ReadCreated()
    {
        if (WhyNot(happened) is { } reason)
        {
            return reason;
        }

        var text = ReadText(happened);
        Attachment[] attachments = [.. ReadAttachments()];
        if (string.IsNullOrWhiteSpace(text) && attachments.Length == 0)
        {
            return new WebhookReading.Ignored("NoContent");
        }

        var id = happened.Id("ts");
        var message = Happening(MessageKind.Message, happened, id, id, SlackTime.Read(happened, "ts", now));
        return new WebhookReading.Understood([message with { Text = text, Attachments = attachments }]);
    }

    /// <summary>
    /// A message changed. Only a person's edit of the text is one: Slack tells with the same event that a link was unfolded or a thread got an
    /// answer. Of a deleted message that has answers a tombstone is left.
    /// </summary>
    private WebhookReading ReadChanged(BodyObject message)
    {
        if (WhyNot(message) is { } reason)
        {
            return reason;
        }

        var before = happened.ObjectOrNone("previous_message");
        if (message.TextOrNone("subtype", CaptureLimits.Label) == "tombstone")
        {
            return before is { } lost ? (WebhookReading?)WhyNot(lost) ?? ReadDeletion(lost) : ReadDeletion(message);
        }

        var text = ReadText(message);
        if (message.ObjectOrNone("edited") is not { } edited || (before is { } known && ReadText(known) == text))
        {
            return new WebhookReading.Ignored("MessageUpdated");
        }

        var at = SlackTime.Read(edited, "ts", now);
        var id = message.Id("ts");
        return new WebhookReading.Understood(
            [Happening(MessageKind.Edit, message, id, HappeningId.Of(id, "edited", at), at) with { Text = text, TargetMessageId = id }]);
    }

    private WebhookReading ReadDeleted()
    {
        // Without what it was, nobody can tell in which thread it stood: that it was a thread of its own is the likelier.
        var before = happened.ObjectOrNone("previous_message");
        return before is { } lost ? (WebhookReading?)WhyNot(lost) ?? ReadDeletion(lost) : ReadDeletion(null);
    }

    private WebhookReading.Understood ReadDeletion(BodyObject? lost)
    {
        var at = SlackTime.Read(happened, happened.Find("event_ts") is null ? "ts" : "event_ts", now);
        var id = lost?.Id("ts") ?? happened.Id("deleted_ts");
        return new([Happening(MessageKind.Deletion, lost, id, HappeningId.Of(id, "deleted", at), at) with { TargetMessageId = id }]);
    }

    private WebhookReading.Ignored? WhyNot(BodyObject message)
    {
        var bot = message.IdOrNone("bot_id");
        var app = message.IdOrNone("app_id") ?? message.ObjectOrNone("bot_profile")?.IdOrNone("app_id");
        return app is not null && app == appId && bot is not null ? new("OwnMessage")
            : bot is not null || message.TextOrNone("subtype", CaptureLimits.Label) == "bot_message" ? new("BotMessage")
            : null;
    }

    private MessageCaptured Happening(MessageKind kind, BodyObject? message, string ts, string id, DateTimeOffset at)
    {
        var user = message?.IdOrNone("user");
        var role = Participants.RoleOf(account, user);
        return new()
        {
            Conversation = ReadConversation(message?.IdOrNone("thread_ts") ?? ts, role == SenderRole.Customer ? user : null),
            MessageId = id,
            Kind = kind,
            Sender = new Sender(role, user),
            SentAt = at,
        };
    }

    /// <summary>
    /// The conversation: a thread of a channel, which its first message begins, or a direct conversation as a whole, since nobody opens threads
    /// there.
    /// </summary>
    private Conversation ReadConversation(string thread, string? customer)
    {
        var channel = happened.Id("channel");
        var id = channel.StartsWith('D') ? channel : $"{channel}:{thread}";
        return AccountConversation.Of(account, id, customer);
    }

    private static string ReadText(BodyObject message) => SlackText.Plain(message.MessageTextOrNone("text") ?? "");

    private IEnumerable<Attachment> ReadAttachments() => happened.Objects("files", CaptureLimits.Attachments).Select(file => new Attachment(
        file.TextOrNone("name", CaptureLimits.FileName) is { Length: > 0 } name ? name : $"file-{file.Id("id")}",
        file.TextOrNone("mimetype", CaptureLimits.MediaType),
        file.NumberOrNone("size", 0, long.MaxValue)));
}
