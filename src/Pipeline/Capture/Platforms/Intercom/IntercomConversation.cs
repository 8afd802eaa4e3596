using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Intercom;

/// <summary>
/// Reads the conversation of one webhook: its source is the first message, its parts what came new. Texts are HTML there, times seconds from 1970.
/// </summary>
internal sealed class IntercomConversation(BodyObject item, PlatformAccount account, DateTimeOffset now)
{
    private const int MostParts = 500;

    /// <summary>A conversation began: its first message.</summary>
    public WebhookReading ReadBegun()
    {
        var source = item.Object("source");
        return Said([Message(source, Time(item, "created_at"))]);
    }

    /// <summary>Somebody wrote. Notes, ours among them, and what the platform says of itself are left out.</summary>
    public WebhookReading ReadReplies() => Said(Parts()
        .Where(part => part.TextOrNone("part_type", CaptureLimits.Label) is "comment" or "quick_reply")
        .Select(part => Message(part, Time(part, "created_at"))));

    /// <summary>A teammate closed it.</summary>
    public WebhookReading ReadClosed() => Happened(MessageKind.Close, "closed", SenderRole.Advisor, null);

    /// <summary>The customer rated it.</summary>
    public WebhookReading ReadRated()
    {
        var rated = item.Object("conversation_rating");
        return Happened(
            MessageKind.Rating,
            "rated",
            SenderRole.Customer,
            (int)(rated.NumberOrNone("rating", 1, 5) ?? throw rated.Wrong("rating", "a whole number from 1 to 5")));
    }

    private static WebhookReading Said(IEnumerable<MessageCaptured> messages)
    {
        MessageCaptured[] said = [.. messages.Where(message => message.Text.Length > 0 || message.Attachments.Count > 0)];
        return said.Length > 0 ? new WebhookReading.Understood(said) : new WebhookReading.Ignored("NoContent");
    }

    private WebhookReading.Understood Happened(MessageKind kind, string happening, SenderRole role, int? rating)
    {
        var at = Time(item, "updated_at");
        return new(
        [
            new MessageCaptured
            {
                Conversation = ReadConversation(),
                MessageId = HappeningId.Of("conversation", happening, at),
                Kind = kind,
                Sender = new Sender(role),
                SentAt = at,
                Rating = rating,
            },
        ]);
    }

    private MessageCaptured Message(BodyObject said, DateTimeOffset at)
    {
        var text = HtmlText.Of(said.TextOrNone("body", CaptureLimits.Text * 4) ?? "");
        return new()
        {
            Conversation = ReadConversation(),
            MessageId = said.Id("id"),
            Kind = MessageKind.Message,
            Sender = SenderOf(said.Object("author")),
            SentAt = at,
            Text = text.Length <= CaptureLimits.Text
                ? text
                : throw new BodyRefusedException(new(
                    400, "text-too-long", "The text of the message is too long.",
                    $"{said.PathOf("body")} has {text.Length} characters; a message may have {CaptureLimits.Text}.", said.PathOf("body"))),
            Attachments = [.. said.Objects("attachments", CaptureLimits.Attachments).Select(FileOf)],
        };
    }

    private Conversation ReadConversation() => AccountConversation.Of(
        account,
        item.Id("id"),
        item.ObjectOrNone("contacts")?.Objects("contacts", MostParts).Select(contact => contact.IdOrNone("id")).FirstOrDefault(),
        Channel(item.ObjectOrNone("source")?.TextOrNone("type", CaptureLimits.Label)),
        PagePath.From(item.ObjectOrNone("source")?.TextOrNone("url", CaptureLimits.Page)));

    private static string? Channel(string? type) => type switch
    {
        "whatsapp" => "whatsapp",
        "facebook" => "messenger",
        "instagram" => "instagram",
        "sms" => "sms",
        "email" => "email",
        _ => null,
    };

    // An answer that a program wrote in a teammate's name is a bot's.
    private static Sender SenderOf(BodyObject author)
    {
        var role = author.TextOrNone("type", CaptureLimits.Label) switch
        {
            "user" or "lead" or "contact" => SenderRole.Customer,
            "admin" or "teammate" when author.Flag("from_ai_agent") || author.Flag("is_ai_answer") => SenderRole.Bot,
            "admin" or "teammate" => SenderRole.Advisor,
            "bot" => SenderRole.Bot,
            _ => SenderRole.Unknown,
        };
        var name = role is SenderRole.Customer or SenderRole.Advisor ? author.TextOrNone("name", CaptureLimits.PersonName) : null;
        return new Sender(role, author.IdOrNone("id"), PersonName.First(name));
    }

    private static Attachment FileOf(BodyObject file) => new(
        file.TextOrNone("name", CaptureLimits.FileName) is { Length: > 0 } name ? name : "file",
        file.TextOrNone("content_type", CaptureLimits.MediaType),
        file.NumberOrNone("filesize", 0, long.MaxValue));

    private IEnumerable<BodyObject> Parts() =>
        item.ObjectOrNone("conversation_parts")?.Objects("conversation_parts", MostParts) ?? [];

    private DateTimeOffset Time(BodyObject said, string name) => said.NumberOrNone(name, 0, 253_402_300_799) is { } seconds
        ? said.Plausible(name, DateTimeOffset.FromUnixTimeSeconds(seconds), now)
        : throw said.Wrong(name, "seconds from 1970");
}
