using System.Globalization;
using System.Text.Json;
using Pipeline.Capture.Reading;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>Reads a message: in a webhook about it, or in the API's list of a conversation's messages.</summary>
/// <param name="body">The webhook's root, or the item of the list.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
/// <param name="listed">The conversation, where it does not stand in <paramref name="body"/>: as the API lists it.</param>
internal sealed class ChatwootMessage(BodyObject body, PlatformAccount account, DateTimeOffset now, BodyObject? listed = null)
{
    private const string Deleted = "deleted";
    private const string Rated = "rated";

    private const int MaxListed = 100;

    /// <summary>A message was written. Notes are dropped, our own among them: what we say to advisors must not come back as talk.</summary>
    public WebhookReading ReadCreated()
    {
        if (body.Flag("private"))
        {
            return new WebhookReading.Ignored("PrivateNote");
        }

        // "Nadia joined", "resolved by Nadia Haddad": told by other events where it matters, and full of full names.
        if (Type() == "activity")
        {
            return new WebhookReading.Ignored("Activity");
        }

        Attachment[] attachments = [.. ReadAttachments()];
        var text = body.MessageTextOrNone("content") ?? "";
        return string.IsNullOrWhiteSpace(text) && attachments.Length == 0
            ? new WebhookReading.Ignored("NoContent")
            : Understood(ReadMessage(text, attachments));
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
        if (attributes?.Flag(Deleted) == true)
        {
            return Understood(ReadDeletion(ChangedAt()));
        }

        return RatingIn(attributes) is { } rating
            ? Understood(ReadRating(rating, ChangedAt()))
            : new WebhookReading.Ignored("MessageUpdated");
    }

    /// <summary>
    /// The message as the API lists it, with what became of it. When it was deleted or rated is not told there: these stand at the time
    /// of the message, and any that a webhook told of is as good. Of a deleted message nothing is left but its place.
    /// </summary>
    public IEnumerable<HistoryItem> ReadListed()
    {
        if (body.Flag("private") || Type() == "activity")
        {
            yield break;
        }

        var (id, at, attributes) = (body.Id("id"), CreatedAt(), body.ObjectOrNone("content_attributes"));
        if (attributes?.Flag(Deleted) == true)
        {
            yield return new(ReadMessage("", []));
            yield return new(ReadDeletion(at), new AlikeMessages(HappeningId.Start(id, Deleted), at));
        }
        else if (ReadCreated() is WebhookReading.Understood { Messages: [var message] })
        {
            yield return new(message);
        }

        if (RatingIn(attributes) is { } rating)
        {
            yield return new(ReadRating(rating, at), new AlikeMessages(HappeningId.Start(id, Rated), at));
        }
    }

    private static WebhookReading.Understood Understood(MessageCaptured message) => new([message]);

    private MessageCaptured ReadMessage(string text, IReadOnlyList<Attachment> attachments) => new()
    {
        Conversation = ReadConversation(),
        MessageId = body.Id("id"),
        Kind = MessageKind.Message,
        Sender = ReadSender(),
        SentAt = CreatedAt(),
        Text = text,
        Attachments = attachments,
    };

    private MessageCaptured ReadDeletion(DateTimeOffset at) => ReadChange(MessageKind.Deletion, Deleted, at) with
    {
        Sender = ReadSender(),
        TargetMessageId = body.Id("id"),
    };

    private MessageCaptured ReadRating(int rating, DateTimeOffset at) => ReadChange(MessageKind.Rating, Rated, at) with { Rating = rating };

    private MessageCaptured ReadChange(MessageKind kind, string happening, DateTimeOffset at) => new()
    {
        Conversation = ReadConversation(),
        MessageId = HappeningId.Of(body.Id("id"), happening, at),
        Kind = kind,
        Sender = new Sender(SenderRole.Customer),
        SentAt = at,
    };

    private static int? RatingIn(BodyObject? attributes) =>
        (int?)attributes?.ObjectOrNone("submitted_values")?.ObjectOrNone("csat_survey_response")?.NumberOrNone("rating", 1, 5);

    // A word in webhooks, the number behind it in the API.
    private string? Type() => listed is not null && body.Find("message_type") is { ValueKind: JsonValueKind.Number }
        ? body.NumberOrNone("message_type", 0, 3) switch
        {
            0 => "incoming",
            1 => "outgoing",
            2 => "activity",
            _ => "template",
        }
        : body.TextOrNone("message_type", CaptureLimits.Label);

    private Conversation ReadConversation()
    {
        // Numbers of conversations count within an account: those of another one would be taken for ours.
        if (account.AccountId is { } expected && body.ObjectOrNone("account")?.IdOrNone("id") is { } found && found != expected)
        {
            throw body.Object("account").Wrong("id", "the configured account's number");
        }

        return ChatwootConversation.Read(listed ?? body.Object("conversation"), account);
    }

    private Sender ReadSender()
    {
        var sender = body.ObjectOrNone("sender");
        var role = (Type(), sender?.TextOrNone("type", CaptureLimits.Label)) switch
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

    /// <summary>
    /// When it was sent, to the second: the API tells no more, and a message must have one time whichever way it comes. Those of one
    /// second stand in the order of their ids.
    /// </summary>
    private DateTimeOffset CreatedAt() => ChatwootTime.ToTheSecond(
        ChatwootTime.TimeOrNone(body, "created_at", now) ?? throw body.Wrong("created_at", "the time of sending"));

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
