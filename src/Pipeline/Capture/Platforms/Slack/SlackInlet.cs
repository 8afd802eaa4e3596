using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Slack;

/// <summary>
/// Reads Slack's Events API (docs.slack.dev/apis/events-api): messages, edits and deletions, and the handshake that asks whether the address
/// is ours. It too is signed, so that nobody else gets an answer.
/// </summary>
public sealed class SlackInlet(SignatureVerifier verifier) : IPlatformInlet
{
    // The challenge is some forty characters; it is only sent back, so it need not be known better.
    private const int MaxChallenge = 1024;

    /// <inheritdoc/>
    public string Platform => SlackPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        verifier.Check(SlackPlatform.Scheme, request, account.Secrets, now) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, account, now));

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        switch (body.Text("type", CaptureLimits.Id))
        {
            case "url_verification":
                return new WebhookReading.Answered(new(body.Text("challenge", MaxChallenge), "text/plain"));

            // Slack drops events above 30,000 an hour, and says so: nothing that happened in a conversation.
            case "app_rate_limited":
                return new WebhookReading.Ignored("AppRateLimited");
            case "event_callback":
                var happened = body.Object("event");
                return happened.Text("type", CaptureLimits.Id) == "message"
                    ? new SlackMessage(happened, body.IdOrNone("api_app_id"), account, now).Read()
                    : new WebhookReading.Ignored("UnknownEvent");
            default:
                return new WebhookReading.Ignored("UnknownEvent");
        }
    }
}
