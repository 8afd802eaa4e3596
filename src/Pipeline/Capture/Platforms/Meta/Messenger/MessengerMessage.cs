using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Meta.Messenger;

/// <summary>Reads one happening of Messenger.</summary>
/// <param name="happened">The happening.</param>
/// <param name="page">The id of the page.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
internal sealed class MessengerMessage(BodyObject happened, string page, PlatformAccount account, DateTimeOffset now)
{
    /// <summary>The message; null for what is no talk, or our own.</summary>
    public MessageCaptured? Read()
    {
        if (happened.ObjectOrNone("message") is { } message)
        {
            return ReadMessage(message);
        }

        // A button was pressed: what stands on it is what the customer says.
        return happened.ObjectOrNone("postback") is { } pressed && pressed.MessageTextOrNone("title") is { } title && !string.IsNullOrWhiteSpace(title)
            ? Happening(pressed.IdOrNone("mid") ?? HappeningId.Of("button", "pressed", At()), isEcho: false, title, [])
            : null;
    }

    private MessageCaptured? ReadMessage(BodyObject message)
    {
        var isEcho = message.Flag("is_echo");
        if (isEcho && account.OutletUser is { } own && message.IdOrNone("app_id") == own)
        {
            return null;
        }

        var text = message.MessageTextOrNone("text") ?? "";
        Attachment[] attachments = [.. message.Objects("attachments", CaptureLimits.Attachments).Select(ReadAttachment)];
        return string.IsNullOrWhiteSpace(text) && attachments.Length == 0 ? null : Happening(message.Id("mid"), isEcho, text, attachments);
    }

    private MessageCaptured Happening(string id, bool isEcho, string text, Attachment[] attachments)
    {
        var customer = happened.Object(isEcho ? "recipient" : "sender").Id("id");
        return new()
        {
            Conversation = AccountConversation.Of(account, $"{page}:{customer}", customer),
            MessageId = id,
            Kind = MessageKind.Message,

            // Which person of the page wrote is not told.
            Sender = isEcho ? new Sender(SenderRole.Advisor) : new Sender(SenderRole.Customer, customer),
            SentAt = At(),
            Text = text,
            Attachments = attachments,
        };
    }

    private DateTimeOffset At() => MetaWebhooks.Time(happened, "timestamp", seconds: false, now);

    // Their addresses are told, and neither a name nor a size.
    private static Attachment ReadAttachment(BodyObject attachment)
    {
        var type = attachment.Text("type", CaptureLimits.Label);
        return new(type, type is "image" or "audio" or "video" ? $"{type}/*" : null, null);
    }
}
