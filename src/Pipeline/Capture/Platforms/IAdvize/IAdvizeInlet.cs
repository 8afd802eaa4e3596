using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.IAdvize;

/// <summary>
/// Reads what iAdvize sends: as a webhook (<c>eventType</c>), or as the connector of a bot does, to <c>conversations</c> and
/// <c>conversations/ID/messages</c> below the address. The bot says nothing to anybody by itself: it listens, and hands over where the settings say so.
/// </summary>
public sealed class IAdvizeInlet(SignatureVerifier verifier) : IPlatformInlet
{
    private const string Conversations = "/conversations";
    private const string Messages = "/messages";

    /// <inheritdoc/>
    public string Platform => IAdvizePlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        verifier.Check(IAdvizePlatform.Scheme, request, account.Secrets, now) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, request.PathAndQuery, account, now));

    private static WebhookReading Understand(BodyObject body, string pathAndQuery, PlatformAccount account, DateTimeOffset now)
    {
        var path = pathAndQuery.Split('?')[0].TrimEnd('/');
        if (ConversationOf(path) is { } id)
        {
            return Said(body, id, account, now);
        }

        // A bot gets a conversation: nothing was said yet.
        return path.EndsWith(Conversations, StringComparison.Ordinal)
            ? new WebhookReading.Answered(IAdvizeReply.Of(body.Text("idConversation", CaptureLimits.Id), body, null, now))
            : Told(body, account, now);
    }

    // The id in ".../conversations/ID/messages"; null for another path.
    private static string? ConversationOf(string path)
    {
        if (!path.EndsWith(Messages, StringComparison.Ordinal))
        {
            return null;
        }

        var before = path[..^Messages.Length];
        var slash = before.LastIndexOf('/');
        return slash > 0 && before[..slash].EndsWith(Conversations, StringComparison.Ordinal) && before[(slash + 1)..] is { Length: > 0 and <= CaptureLimits.Id } id
            ? Uri.UnescapeDataString(id)
            : null;
    }

    private static WebhookReading Said(BodyObject body, string id, PlatformAccount account, DateTimeOffset now)
    {
        var message = body.Object("message");
        var answer = IAdvizeReply.Of(id, body, account.AccountId, now);

        // What the bot said itself comes back as an operator's.
        if (message.Object("author").Text("role", CaptureLimits.Label) != "visitor")
        {
            return new WebhookReading.Answered(IAdvizeReply.Of(id, body, null, now));
        }

        var payload = message.Object("payload");
        var isText = payload.TextOrNone("contentType", CaptureLimits.MediaType) is "text" or "text/quick-reply";
        var text = isText ? payload.MessageTextOrNone("value") ?? "" : "";
        if (string.IsNullOrWhiteSpace(text))
        {
            return new WebhookReading.Answered(answer);
        }

        var said = new MessageCaptured
        {
            Conversation = AccountConversation.Of(account, id),
            MessageId = message.Id("idMessage"),
            Kind = MessageKind.Message,
            Sender = new Sender(SenderRole.Customer),
            SentAt = message.IsoTimeOrNone("createdAt", now) ?? throw message.Wrong("createdAt", "the time of sending"),
            Text = text,
        };
        return new WebhookReading.Understood([said]) { Answer = answer };
    }

    private static WebhookReading Told(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        if (body.Text("eventType", CaptureLimits.Id) != "v2.conversation.closed")
        {
            return new WebhookReading.Ignored("UnknownEvent");
        }

        var closed = new MessageCaptured
        {
            Conversation = AccountConversation.Of(
                account, body.Id("conversationId"), body.IdOrNone("visitorId"), Channel(body.TextOrNone("channel", CaptureLimits.Label))),
            MessageId = body.Id("eventId"),
            Kind = MessageKind.Close,
            Sender = new Sender(SenderRole.Unknown),
            SentAt = body.IsoTimeOrNone("sentAt", now) ?? throw body.Wrong("sentAt", "the time of sending"),
        };
        return new WebhookReading.Understood([closed]);
    }

    private static string? Channel(string? channel) => channel switch
    {
        "FACEBOOK" => "messenger",
        "SMS" => "sms",
        "WHATSAPP" => "whatsapp",

        // A chat on the page: what it is called the account's setting says.
        _ => null,
    };
}
