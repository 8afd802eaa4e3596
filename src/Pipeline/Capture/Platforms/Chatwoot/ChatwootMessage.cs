using System.Globalization;
using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>Reads a webhook about a message.</summary>
internal sealed class ChatwootMessage(BodyObject body, PlatformAccount account, DateTimeOffset now)
{
    private const int MaxListed = 100;

    /// <summary>A message was written. Notes are dropped, our own among them: what we say to advisors must not come back as talk.</summary>
    public WebhookReading ReadCreated()
    {
        if (body.Flag("private"))
        {
            return new WebhookReading.Ignored("PrivateNote");
        }

        // "Nadia joined", "resolved by Nadia Haddad": told by other events where it matters, and full of full names.
        if (body.TextOrNone("message_type", CaptureLimits.Label) == "activity")
        {
            return new WebhookReading.Ignored("Activity");
        }

        var sentAt = CreatedAt();
        Attachment[] attachments = [.. ReadAttachments()];
        var text = body.MessageTextOrNone("content") ?? "";
        return string.IsNullOrWhiteSpace(text) && attachments.Length == 0
            ? new WebhookReading.Ignored("NoContent")
            : Understood(new MessageCaptured
            {
                Conversation = ReadConversation(),
                MessageId = body.Id("id"),
                Kind = MessageKind.Message,
                Sender = ReadSender(),
                SentAt = sentAt,
                Text = text,
                Attachments = attachments,
            });
    }

    /// <summary>
    /// A message changed: it was deleted, or its satisfaction survey answered. Any other change is taken for a change of delivery status
    /// (sent, delivered, read): Chatwoot tells of these with the same event and the whole message, and a message's text does not change
    /// there, so that taking each for an edit would make three edits of every message.
    /// </summary>
    public WebhookReading ReadUpdated()
    {
        if (body.Flag("private"))
        {
            return new WebhookReading.Ignored("PrivateNote");
        }

        var attributes = body.ObjectOrNone("content_attributes");
        if (attributes?.Flag("deleted") == true)
        {
            return Understood(ReadChange(MessageKind.Deletion, "deleted") with { Sender = ReadSender(), TargetMessageId = body.Id("id") });
        }

        var survey = attributes?.ObjectOrNone("submitted_values")?.ObjectOrNone("csat_survey_response");
        return survey?.NumberOrNone("rating", 1, 5) is { } rating
            ? Understood(ReadChange(MessageKind.Rating, "rated") with { Rating = (int)rating })
            : new WebhookReading.Ignored("MessageUpdated");
    }

    private static WebhookReading.Understood Understood(MessageCaptured message) => new([message]);

    private MessageCaptured ReadChange(MessageKind kind, string happening)
    {
        var at = ChangedAt();
        return new MessageCaptured
        {
            Conversation = ReadConversation(),
            MessageId = HappeningId.Of(body.Id("id"), happening, at),
            Kind = kind,
            Sender = new Sender(SenderRole.Customer),
            SentAt = at,
        };
    }

    private Conversation ReadConversation()
    {
        // Numbers of conversations count within an account: those of another one would be taken for ours.
        if (account.AccountId is { } expected && body.ObjectOrNone("account")?.IdOrNone("id") is { } found && found != expected)
        {
            throw body.Object("account").Wrong("id", "the configured account's number");
        }

        return ChatwootConversation.Read(body.Object("conversation"), account);
    }

    private Sender ReadSender()
    {
        var sender = body.ObjectOrNone("sender");
        var role = (body.TextOrNone("message_type", CaptureLimits.Label), sender?.TextOrNone("type", CaptureLimits.Label)) switch
        {
            ("incoming", _) => SenderRole.Customer,
            ("outgoing", "user") => SenderRole.Advisor,

            // An agent bot, an automation or a campaign: nobody wrote it.
            ("outgoing", _) => SenderRole.Bot,
            ("template", _) => SenderRole.System,
            _ => throw body.Wrong("message_type", "one of incoming, outgoing, template, activity"),
        };
        var name = role is SenderRole.Customer or SenderRole.Advisor ? sender?.TextOrNone("name", CaptureLimits.PersonName) : null;
        return new Sender(role, sender?.IdOrNone("id"), PersonName.First(name));
    }

    private DateTimeOffset CreatedAt() =>
        ChatwootTime.TimeOrNone(body, "created_at", now) ?? throw body.Wrong("created_at", "the time of sending");

    /// <summary>
    /// When the message last changed. The message's own part of the body does not say; its copy in the conversation's list does, and
    /// the conversation was touched by the change. The time is part of the body, so that a repetition has the same one.
    /// </summary>
    private DateTimeOffset ChangedAt()
    {
        var conversation = body.Object("conversation");
        var id = body.Id("id");
        var copy = conversation.Objects("messages", MaxListed).FirstOrDefault(message => message.IdOrNone("id") == id);
        var changed = (copy.Path is null ? null : ChatwootTime.TimeOrNone(copy, "updated_at", now))
            ?? ChatwootTime.TimeOrNone(conversation, "updated_at", now);
        var created = CreatedAt();
        return changed > created ? changed.Value : created;
    }

    private IEnumerable<Attachment> ReadAttachments() => body.Objects("attachments", CaptureLimits.Attachments).Select(file =>
    {
        var type = file.TextOrNone("file_type", CaptureLimits.Label) ?? "file";
        return new Attachment(FileName(file, type), MediaType(type), file.NumberOrNone("file_size", 0, long.MaxValue));
    });

    private static string FileName(BodyObject file, string type)
    {
        var address = file.TextOrNone("data_url", int.MaxValue)?.Split('?')[0];
        var name = address is null ? "" : Uri.UnescapeDataString(address[(address.LastIndexOf('/') + 1)..]);
        return name.Length is > 0 and <= CaptureLimits.FileName
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{type}-{file.IdOrNone("id")}");
    }

    private static string? MediaType(string type) => type is "image" or "audio" or "video" ? $"{type}/*" : null;
}
