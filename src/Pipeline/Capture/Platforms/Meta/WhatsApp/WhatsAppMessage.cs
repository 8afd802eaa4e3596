using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Meta.WhatsApp;

/// <summary>Reads one message of WhatsApp.</summary>
/// <param name="message">The message.</param>
/// <param name="value">What the change says, with the contacts.</param>
/// <param name="number">The id of the business's phone number.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
internal sealed class WhatsAppMessage(BodyObject message, BodyObject value, string number, PlatformAccount account, DateTimeOffset now)
{
    /// <summary>The message; null for what is no talk (reactions, system notices, kinds that came later).</summary>
    /// <param name="isEcho">Whether the business wrote it, in its own app.</param>
    public MessageCaptured? Read(bool isEcho)
    {
        var type = message.Text("type", CaptureLimits.Label);
        Attachment[] attachments = ReadAttachment(type) is { } attachment ? [attachment] : [];
        var text = ReadText(type);
        if (string.IsNullOrWhiteSpace(text) && attachments.Length == 0)
        {
            return null;
        }

        var customer = message.Id(isEcho ? "to" : "from");
        return new MessageCaptured
        {
            Conversation = AccountConversation.Of(account, ConversationId(customer), customer),
            MessageId = message.Id("id"),
            Kind = MessageKind.Message,
            Sender = isEcho ? new Sender(SenderRole.Advisor) : new Sender(SenderRole.Customer, customer, FirstName(customer)),
            SentAt = MetaWebhooks.Time(message, "timestamp", seconds: true, now),
            Text = text,
            Attachments = attachments,
        };
    }

    /// <summary>
    /// WhatsApp has no ids of conversations: one is what a customer and a number of the business say to each other. The customer's id is a
    /// telephone number, and ids of conversations stand in logs and addresses, where it must not: a digest takes its place.
    /// </summary>
    private string ConversationId(string customer)
    {
        var digest = ConversationKeys.BusId("customer", number, customer);
        return $"{number}:{digest[(digest.LastIndexOf('-') + 1)..]}";
    }

    private string? FirstName(string customer)
    {
        var contact = value.Objects("contacts", MetaWebhooks.Most).FirstOrDefault(candidate => candidate.IdOrNone("wa_id") == customer);
        return contact.Path is null ? null : PersonName.First(contact.ObjectOrNone("profile")?.TextOrNone("name", CaptureLimits.PersonName));
    }

    private string ReadText(string type) => (type switch
    {
        "text" => message.Object("text").MessageTextOrNone("body"),
        "button" => message.Object("button").MessageTextOrNone("text"),
        "interactive" => ReadChoice(message.Object("interactive")),
        "image" or "video" or "document" => message.Object(type).MessageTextOrNone("caption"),
        _ => null,
    }) ?? "";

    private static string? ReadChoice(BodyObject interactive) =>
        (interactive.ObjectOrNone("button_reply") ?? interactive.ObjectOrNone("list_reply"))?.MessageTextOrNone("title");

    private Attachment? ReadAttachment(string type)
    {
        if (type is "location" or "contacts" or "order")
        {
            return new Attachment(type, null, null);
        }

        if (type is not ("image" or "video" or "audio" or "document" or "sticker"))
        {
            return null;
        }

        var media = message.Object(type);
        var name = media.TextOrNone("filename", CaptureLimits.FileName);
        return new Attachment(string.IsNullOrEmpty(name) ? type : name, media.TextOrNone("mime_type", CaptureLimits.MediaType), null);
    }
}
