using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Meta.Messenger;

/// <summary>
/// Reads the webhooks of a page in Messenger (developers.facebook.com/docs/messenger-platform/webhooks): messages, what the page answered
/// (echoes), and the buttons that people press. One webhook may tell of many; deliveries and reads are nothing for us.
/// </summary>
public sealed class MessengerInlet(SignatureVerifier verifier) : IPlatformInlet
{
    /// <inheritdoc/>
    public string Platform => MessengerPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        verifier.Check(MetaWebhooks.Scheme, request, account.Secrets, now) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, account, now));

    /// <inheritdoc/>
    public WebhookReading Greet(WebhookGreeting greeting, PlatformAccount account) => MetaWebhooks.Greet(greeting, account);

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now) =>
        body.Text("object", CaptureLimits.Id) == "page"
            ? MetaWebhooks.Reading([.. body.Objects("entry", MetaWebhooks.Most).SelectMany(entry => ReadEntry(entry, account, now))])
            : new WebhookReading.Ignored("UnknownEvent");

    private static IEnumerable<MessageCaptured> ReadEntry(BodyObject entry, PlatformAccount account, DateTimeOffset now)
    {
        var page = entry.Id("id");
        if (account.AccountId is { } only && only != page)
        {
            yield break;
        }

        foreach (var happened in entry.Objects("messaging", MetaWebhooks.Most))
        {
            if (new MessengerMessage(happened, page, account, now).Read() is { } read)
            {
                yield return read;
            }
        }
    }
}
