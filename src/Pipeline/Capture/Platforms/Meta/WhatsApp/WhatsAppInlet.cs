using Pipeline.Capture.Reading;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Meta.WhatsApp;

/// <summary>
/// Reads the webhooks of WhatsApp's Cloud API (developers.facebook.com/documentation/business-messaging/whatsapp/webhooks): customers'
/// messages, and what was written in the business's own app. One webhook may tell of many; statuses of delivery are nothing for us.
/// </summary>
public sealed class WhatsAppInlet(SignatureVerifier verifier) : IPlatformInlet
{
    /// <inheritdoc/>
    public string Platform => WhatsAppPlatform.PlatformName;

    /// <inheritdoc/>
    public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) =>
        verifier.Check(MetaWebhooks.Scheme, request, account.Secrets, now) is { } problem
            ? new WebhookReading.Refused(problem)
            : WebhookBody.Read(request, body => Understand(body, account, now));

    /// <inheritdoc/>
    public WebhookReading Greet(WebhookGreeting greeting, PlatformAccount account) => MetaWebhooks.Greet(greeting, account);

    private static WebhookReading Understand(BodyObject body, PlatformAccount account, DateTimeOffset now) =>
        body.Text("object", CaptureLimits.Id) == "whatsapp_business_account"
            ? MetaWebhooks.Reading(
            [
                .. body.Objects("entry", MetaWebhooks.Most)
                    .SelectMany(entry => entry.Objects("changes", MetaWebhooks.Most))
                    .SelectMany(change => ReadChange(change, account, now)),
            ])
            : new WebhookReading.Ignored("UnknownEvent");

    private static IEnumerable<MessageCaptured> ReadChange(BodyObject change, PlatformAccount account, DateTimeOffset now)
    {
        var list = change.Text("field", CaptureLimits.Id) switch
        {
            "messages" => "messages",
            "smb_message_echoes" => "message_echoes",
            _ => null,
        };
        if (list is null)
        {
            yield break;
        }

        var value = change.Object("value");
        var number = value.Object("metadata").Id("phone_number_id");
        if (account.AccountId is { } only && only != number)
        {
            yield break;
        }

        foreach (var message in value.Objects(list, MetaWebhooks.Most))
        {
            if (new WhatsAppMessage(message, value, number, account, now).Read(isEcho: list != "messages") is { } read)
            {
                yield return read;
            }
        }
    }
}
