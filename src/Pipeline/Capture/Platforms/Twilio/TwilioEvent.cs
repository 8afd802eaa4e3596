using System.Text.Json;
using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>Reads the fields of one event.</summary>
internal sealed class TwilioEvent(BodyObject body, PlatformAccount account, DateTimeOffset now)
{
    /// <summary>A message was written.</summary>
    public WebhookReading ReadAdded()
    {
        Attachment[] files = [.. ReadFiles()];
        var text = body.MessageTextOrNone("Body") ?? "";
        return string.IsNullOrWhiteSpace(text) && files.Length == 0
            ? new WebhookReading.Ignored("NoContent")
            : Understood(Message(MessageKind.Message, Sid) with { SentAt = Time("DateCreated"), Text = text, Attachments = files });
    }

    /// <summary>A message was given another text. One that only its attributes changed of has the text it had: an edit that changes nothing.</summary>
    public WebhookReading ReadUpdated()
    {
        var at = Time("DateUpdated", "DateCreated");
        return Understood(Message(MessageKind.Edit, HappeningId.Of(Sid, "edited", at)) with
        {
            SentAt = at,
            Text = body.MessageTextOrNone("Body") ?? "",
            TargetMessageId = Sid,
        });
    }

    /// <summary>A message was removed.</summary>
    public WebhookReading ReadRemoved()
    {
        var at = Time("DateRemoved", "DateUpdated", "DateCreated");
        return Understood(Message(MessageKind.Deletion, HappeningId.Start(Sid, "removed")) with { SentAt = at, TargetMessageId = Sid });
    }

    /// <summary>The conversation was closed, or became active or inactive, which says nothing to us.</summary>
    public WebhookReading ReadState()
    {
        if (body.TextOrNone("StateTo", CaptureLimits.Label) != "closed")
        {
            return new WebhookReading.Ignored("StatusChanged");
        }

        var at = Time("StateUpdated", "DateUpdated", "DateCreated");
        return Understood(new MessageCaptured
        {
            Conversation = ReadConversation(null),
            MessageId = HappeningId.Of("conversation", "closed", at),
            Kind = MessageKind.Close,
            Sender = new Sender(SenderRole.Unknown),
            SentAt = at,
        });
    }

    private static WebhookReading.Understood Understood(MessageCaptured message) => new([message]);

    private string Sid => body.Id("MessageSid");

    private MessageCaptured Message(MessageKind kind, string id)
    {
        var sender = ReadSender();
        return new()
        {
            Conversation = ReadConversation(sender),
            MessageId = id,
            Kind = kind,
            Sender = sender,
            SentAt = now,
        };
    }

    private Conversation ReadConversation(Sender? sender)
    {
        var id = body.Id("ConversationSid");
        return new()
        {
            Key = ConversationKeys.Conversation(account.Platform, account.Account, id),
            Platform = account.Platform,
            Account = account.Account,
            Id = id,
            Brand = account.Brand,
            Channel = Channel(),
            LanguageHint = account.LanguageHint,
            CustomerId = sender?.Role == SenderRole.Customer ? sender.Id : null,
        };
    }

    // Whoever writes over a network has no account with the chat: they are the customer, unless they are named.
    private Sender ReadSender()
    {
        var author = body.IdOrNone("Author");
        var isNamed = author is not null && (account.Participants.ContainsKey(author) || account.Agents.Values.Contains(author, StringComparer.Ordinal));
        var role = isNamed || NetworkOf(body) is null ? Participants.RoleOf(account, author) : SenderRole.Customer;
        return new Sender(role, author);
    }

    private string Channel() => NetworkOf(body) ?? account.Channel;

    private static string? NetworkOf(BodyObject body) => body.TextOrNone("Source", CaptureLimits.Label)?.ToUpperInvariant() switch
    {
        "WHATSAPP" => "whatsapp",
        "SMS" => "sms",
        "MMS" => "sms",
        "MESSENGER" => "messenger",
        _ => null,
    };

    private DateTimeOffset Time(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (body.Find(name) is not null && body.IsoTimeOrNone(name, now) is { } time)
            {
                return time;
            }
        }

        throw body.Wrong(names[^1], "a time with its zone");
    }

    // A JSON array in a field; what is none is left out, for the text beside it is what counts.
    private IEnumerable<Attachment> ReadFiles()
    {
        if (body.TextOrNone("Media", CaptureLimits.Text) is not { Length: > 0 } media)
        {
            yield break;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse($"{{\"Media\":{media}}}", new JsonDocumentOptions { MaxDepth = CaptureLimits.Depth });
        }
        catch (JsonException)
        {
            throw body.Wrong("Media", "a JSON array");
        }

        using (document)
        {
            foreach (var file in new BodyObject(document.RootElement, "").Objects("Media", CaptureLimits.Attachments))
            {
                yield return new Attachment(
                    file.TextOrNone("Filename", CaptureLimits.FileName) is { Length: > 0 } name ? name : "file",
                    file.TextOrNone("ContentType", CaptureLimits.MediaType),
                    file.NumberOrNone("Size", 0, long.MaxValue));
            }
        }
    }
}
