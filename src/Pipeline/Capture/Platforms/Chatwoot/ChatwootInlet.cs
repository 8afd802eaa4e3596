using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>Reads the webhooks of Chatwoot: messages, deletions, ratings and closes. Typing and all else is nothing for us.</summary>
public sealed class ChatwootInlet(SignatureVerifier verifier) : IPlatformInlet
{
    private const string Resolved = "resolved";

    /// <inheritdoc/>
    public string Platform => ChatwootPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        Verify(request, account, now) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, account, now));

    /// <summary>Whatever is configured is demanded: the signature, the token, or both. With neither, nothing passes.</summary>
    private WebhookProblem? Verify(WebhookRequest request, PlatformAccount account, DateTimeOffset now)
    {
        var unsigned = account.Secrets.Count > 0 || account.Tokens.Count == 0
            ? verifier.Check(ChatwootPlatform.Scheme, request, account.Secrets, now)
            : null;
        return unsigned ?? (account.Tokens.Count > 0 ? AddressToken.Check(request, account.Tokens) : null);
    }

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        switch (body.Text("event", CaptureLimits.Id))
        {
            case "message_created":
                return new ChatwootMessage(body, account, now).ReadCreated();
            case "message_updated":
                return new ChatwootMessage(body, account, now).ReadUpdated();
            case "conversation_status_changed" when body.TextOrNone("status", CaptureLimits.Label) != Resolved:
                return new WebhookReading.Ignored("StatusChanged");

            // What an account's webhook calls a change of status has a name of its own in an agent bot's.
            case "conversation_status_changed" or "conversation_resolved":
                return new WebhookReading.Understood([ChatwootConversation.ReadClose(body, account, now)]);
            default:
                return new WebhookReading.Ignored("UnknownEvent");
        }
    }
}
