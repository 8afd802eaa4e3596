using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>
/// Reads the webhooks of one's own chat:
/// <c>{"type":"message.created","timestamp":"…","data":{"id","conversation_id","sender":{"id","role","name"},"text",…}}</c>, and
/// <c>message.updated</c>, <c>message.deleted</c>, <c>conversation.closed</c>, <c>conversation.rated</c>; or the same as CloudEvents.
/// </summary>
public sealed class GenericInlet(SignatureVerifier verifier) : IPlatformInlet
{
    /// <inheritdoc/>
    public string Platform => GenericPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now)
    {
        if (Verify(request, account, now) is { } problem)
        {
            return new WebhookReading.Refused(problem);
        }

        return GenericCloudEvent.IsStructured(request)
                ? WebhookBody.Read(request, body => Understand(GenericCloudEvent.OfBody(body, now), body.Object("data"), account, now))
            : GenericCloudEvent.IsBinary(request)
                ? WebhookBody.Read(request, body => Understand(GenericCloudEvent.OfHeaders(request, now), body, account, now))
            : WebhookBody.Read(request, body => Understand(body, account, request.Header(GenericPlatform.IdHeader), now));
    }

    /// <inheritdoc/>
    public WebhookReading Greet(WebhookGreeting greeting, PlatformAccount account) =>
        EventGreeting.Answer(greeting, request => account.Tokens.Count > 0 ? RequestToken.Check(request, account.Tokens) : null);

    /// <summary>Reads what a webhook's body, or the same in the history, says.</summary>
    internal static WebhookReading Understand(BodyObject body, PlatformAccount account, string? webhookId, DateTimeOffset now) => Understand(
        new GenericTold(
            body.Text("type", CaptureLimits.Id),
            webhookId,
            body.IsoTimeOrNone("timestamp", now),
            () => body.Wrong("timestamp", "a time, unless data.sent_at is")),
        body.Object,
        account,
        now);

    private static WebhookReading Understand(GenericTold told, BodyObject data, PlatformAccount account, DateTimeOffset now) =>
        Understand(told, _ => data, account, now);

    // The data is looked for only where the kind of event is one of ours.
    private static WebhookReading Understand(GenericTold told, Func<string, BodyObject> find, PlatformAccount account, DateTimeOffset now)
    {
        MessageKind? kind = told.Type switch
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

        var message = new GenericEvent(told, find("data"), account, now).Read(kind.Value);
        return message.Kind == MessageKind.Message && string.IsNullOrWhiteSpace(message.Text) && message.Attachments.Count == 0
            ? new WebhookReading.Ignored("NoContent")
            : new WebhookReading.Understood([message]);
    }

    // Whatever is configured is demanded: the signature, a token, or both. With neither, nothing passes.
    private WebhookProblem? Verify(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        (account.Secrets.Count > 0 || account.Tokens.Count == 0 ? verifier.Check(GenericPlatform.Scheme, request, account.Secrets, now) : null)
        ?? (account.Tokens.Count > 0 ? RequestToken.Check(request, account.Tokens) : null);
}
