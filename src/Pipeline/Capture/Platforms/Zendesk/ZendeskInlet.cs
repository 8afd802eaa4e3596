using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Zendesk;

/// <summary>Reads the ticket events of Zendesk: public comments, and tickets that are solved. All else is nothing for us.</summary>
public sealed class ZendeskInlet(SignatureVerifier verifier) : IPlatformInlet
{
    private const string CommentAdded = "zen:event-type:ticket.comment_added";
    private const string StatusChanged = "zen:event-type:ticket.status_changed";

    /// <inheritdoc/>
    public string Platform => ZendeskPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        verifier.Check(ZendeskPlatform.Scheme, request, account.Secrets, now) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, account, now));

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now) =>
        body.Text("type", CaptureLimits.Id) switch
        {
            CommentAdded => new ZendeskTicket(body, account, now).ReadComment(),
            StatusChanged => new ZendeskTicket(body, account, now).ReadStatus(),
            _ => new WebhookReading.Ignored("UnknownEvent"),
        };
}
