using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Sunshine;

/// <summary>Reads an event of type <c>conversation:message</c>.</summary>
/// <param name="happening">The event.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
internal sealed class SunshineMessage(BodyObject happening, PlatformAccount account, DateTimeOffset now)
{
    /// <summary>The message, or that it was deleted; null where it says nothing.</summary>
    public MessageCaptured? Read()
    {
        var payload = happening.Object("payload");
        var message = payload.Object("message");
        var (id, sender) = (message.Id("id"), ReadSender(message.Object("author")));
        if (message.Flag("deleted"))
        {
            var at = happening.IsoTimeOrNone("createdAt", now) ?? throw happening.Wrong("createdAt", "the time of the event");
            return Captured(payload, message, HappeningId.Of(id, "deleted", at), MessageKind.Deletion, sender, at) with { TargetMessageId = id };
        }

        var content = message.Object("content");
        var text = content.MessageTextOrNone("text") ?? "";
        Attachment[] files = [.. ReadFiles(content, id)];
        var sent = message.IsoTimeOrNone("received", now) ?? throw message.Wrong("received", "the time of sending");
        return string.IsNullOrWhiteSpace(text) && files.Length == 0
            ? null
            : Captured(payload, message, id, MessageKind.Message, sender, sent) with { Text = text, Attachments = files };
    }

    private MessageCaptured Captured(
        BodyObject payload, BodyObject message, string id, MessageKind kind, Sender sender, DateTimeOffset at)
    {
        return new()
        {
            Conversation = AccountConversation.Of(
                account,
                payload.Object("conversation").Id("id"),
                sender.Role == SenderRole.Customer ? sender.Id : null,
                Channel(message.ObjectOrNone("source")?.TextOrNone("type", CaptureLimits.Label))),
            MessageId = id,
            Kind = kind,
            Sender = sender,
            SentAt = at,
        };
    }

    private Sender ReadSender(BodyObject author)
    {
        var id = author.IdOrNone("userId");

        // All that is not the customer's is the business's, its bots' too: the settings tell those apart.
        var role = id is not null && account.Participants.ContainsKey(id) ? Participants.RoleOf(account, id)
            : author.TextOrNone("type", CaptureLimits.Label) switch
            {
                "user" => SenderRole.Customer,
                "business" => SenderRole.Advisor,
                _ => throw author.Wrong("type", "user or business"),
            };
        var name = role is SenderRole.Customer or SenderRole.Advisor ? author.TextOrNone("displayName", CaptureLimits.PersonName) : null;
        return new Sender(role, id, PersonName.First(name));
    }

    private static IEnumerable<Attachment> ReadFiles(BodyObject content, string id)
    {
        if (content.TextOrNone("type", CaptureLimits.Label) is "image" or "file" && content.Find("mediaUrl") is not null)
        {
            // The address is of no use to us; what the sender calls the file is not told.
            yield return new Attachment(
                $"file-{id}", content.TextOrNone("mediaType", CaptureLimits.MediaType), content.NumberOrNone("mediaSize", 0, long.MaxValue));
        }
    }

    private static string? Channel(string? source) => source is "web" or "whatsapp" or "messenger" or "instagram" or "telegram" or "line" ? source : null;
}
