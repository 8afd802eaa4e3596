using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>
/// Reads the webhooks of one's own chat:
/// <c>{"type":"message.created","timestamp":"…","data":{"id","conversation_id","sender":{"id","role","name"},"text",…}}</c>, and
/// <c>message.updated</c>, <c>message.deleted</c>, <c>conversation.closed</c>, <c>conversation.rated</c>.
/// </summary>
public sealed class GenericInlet(SignatureVerifier verifier) : IPlatformInlet
{
    /// <inheritdoc/>
    public string Platform => GenericPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now)
    {
        if (verifier.Check(GenericPlatform.Scheme, request, account.Secrets, now) is { } problem)
        {
            return new WebhookReading.Refused(problem);
        }

        // The verifier has seen to it that the id is there.
        var webhookId = request.Header(GenericPlatform.IdHeader)!;
        return WebhookBody.Read(request, body => Understand(body, account, webhookId, now));
    }

    /// <summary>Reads what a webhook's body, or the same in the history, says.</summary>
    internal static WebhookReading Understand(BodyObject body, PlatformAccount account, string webhookId, DateTimeOffset now)
    {
        MessageKind? kind = body.Text("type", CaptureLimits.Id) switch
        {
            "message.created" => MessageKind.Message,
            "message.updated" => MessageKind.Edit,
            "message.deleted" => MessageKind.Deletion,
            "conversation.closed" => MessageKind.Close,
            "conversation.rated" => MessageKind.Rating,
            _ => null,
        };
        if (kind is null)
        {
            return new WebhookReading.Ignored("UnknownEvent");
        }

        var message = new GenericEvent(body, account, now).Read(kind.Value, webhookId);
        return message.Kind == MessageKind.Message && string.IsNullOrWhiteSpace(message.Text) && message.Attachments.Count == 0
            ? new WebhookReading.Ignored("NoContent")
            : new WebhookReading.Understood([message]);
    }
}
