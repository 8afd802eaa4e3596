using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Intercom;

/// <summary>Reads the webhooks of Intercom: conversations that begin, what customers and teammates write, ends and ratings.</summary>
public sealed class IntercomInlet(SignatureVerifier verifier) : IPlatformInlet
{
    /// <inheritdoc/>
    public string Platform => IntercomPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        verifier.Check(IntercomPlatform.Scheme, request, account.Secrets, now) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, account, now));

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        var topic = body.Text("topic", CaptureLimits.Id);
        if (topic == "ping")
        {
            return new WebhookReading.Ignored("Ping");
        }

        // Only conversations have what is read here.
        if (!topic.StartsWith("conversation.", StringComparison.Ordinal))
        {
            return new WebhookReading.Ignored("UnknownEvent");
        }

        var told = new IntercomConversation(body.Object("data").Object("item"), account, now);
        return topic switch
        {
            "conversation.user.created" or "conversation.admin.single.created" => told.ReadBegun(),
            "conversation.user.replied" or "conversation.admin.replied" => told.ReadReplies(),
            "conversation.admin.noted" => new WebhookReading.Ignored("PrivateNote"),
            "conversation.admin.closed" => told.ReadClosed(),
            "conversation.rating.added" => told.ReadRated(),
            _ => new WebhookReading.Ignored("UnknownEvent"),
        };
    }
}
