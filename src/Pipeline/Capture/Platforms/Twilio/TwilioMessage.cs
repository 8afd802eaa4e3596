using System.Text.Json;
using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>Reads one happening of Twilio Conversations.</summary>
/// <param name="body">The fields.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
internal sealed class TwilioMessage(BodyObject body, PlatformAccount account, DateTimeOffset now)
{
    /// <summary>A message was written; null when there is nothing in it.</summary>
    public MessageCaptured? ReadAdded()
    {
        var text = body.MessageTextOrNone("Body") ?? "";
        var attachments = ReadMedia();
        return string.IsNullOrWhiteSpace(text) && attachments.Count == 0
            ? null
            : Happening(MessageKind.Message, body.Id("MessageSid"), TimeOf("DateCreated")) with { Text = text, Attachments = attachments };
    }

    /// <summary>A message was edited or removed.</summary>
    public MessageCaptured ReadChange(MessageKind kind, string happening, string time)
    {
        var (target, at) = (body.Id("MessageSid"), TimeOf(time));
        return Happening(kind, HappeningId.Of(target, happening, at), at) with
        {
            TargetMessageId = target,
            Text = kind == MessageKind.Edit ? body.MessageTextOrNone("Body") ?? "" : "",
        };
    }

    /// <summary>The conversation was closed.</summary>
    public MessageCaptured ReadClose()
    {
        var at = TimeOf("StateUpdated");
        return new()
        {
            Conversation = ReadConversation(null),
            MessageId = HappeningId.Of("conversation", "closed", at),
            Kind = MessageKind.Close,
            Sender = new Sender(SenderRole.Unknown),
            SentAt = at,
        };
    }

    private MessageCaptured Happening(MessageKind kind, string id, DateTimeOffset at)
    {
        var sender = ReadSender();
        return new()
        {
            Conversation = ReadConversation(sender.Role == SenderRole.Customer ? sender.Id : null),
            MessageId = id,
            Kind = kind,
            Sender = sender,
            SentAt = at,
        };
    }

    private DateTimeOffset TimeOf(string name) => body.IsoTimeOrNone(name, now) ?? throw body.Wrong(name, "a time");

    /// <summary>
    /// Who wrote: as the settings say; else a customer, where it came from a channel such as SMS, and a program, where it was sent by the API.
    /// </summary>
    private Sender ReadSender()
    {
        var author = body.IdOrNone("Author");
        var isNamed = author is not null
            && (account.Participants.ContainsKey(author) || account.Agents.Values.Contains(author, StringComparer.Ordinal));
        var role = body.TextOrNone("Source", CaptureLimits.Label)?.ToUpperInvariant() switch
        {
            _ when isNamed => Participants.RoleOf(account, author),
            "API" => SenderRole.Bot,
            null or "SDK" => Participants.RoleOf(account, author),
            _ => SenderRole.Customer,
        };
        return new Sender(role, author);
    }

    private Conversation ReadConversation(string? customer)
    {
        if (account.AccountId is { } expected && body.Id("AccountSid") != expected)
        {
            throw body.Wrong("AccountSid", "the configured account's id");
        }

        return AccountConversation.Of(account, body.Id("ConversationSid"), customer);
    }

    // JSON within the field.
    private IReadOnlyList<Attachment> ReadMedia()
    {
        if (body.TextOrNone("Media", int.MaxValue) is not { Length: > 0 } media)
        {
            return [];
        }

        try
        {
            using var list = JsonDocument.Parse("{\"Media\":" + media + "}", new JsonDocumentOptions { MaxDepth = CaptureLimits.Depth });
            return [.. new BodyObject(list.RootElement, "").Objects("Media", CaptureLimits.Attachments).Select(file => new Attachment(
                file.TextOrNone("Filename", CaptureLimits.FileName) is { Length: > 0 } name ? name : $"file-{file.Id("Sid")}",
                file.TextOrNone("ContentType", CaptureLimits.MediaType),
                file.NumberOrNone("Size", 0, long.MaxValue)))];
        }
        catch (JsonException)
        {
            throw body.Wrong("Media", "a JSON array");
        }
    }
}
