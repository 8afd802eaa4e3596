using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Zendesk;
using Pipeline.Capture.Signatures;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Webhooks as Zendesk sends them.</summary>
internal static class ZendeskSamples
{
    public const string Secret = "a-secret-of-the-zendesk-tests";

    public static PlatformAccount Account() => new()
    {
        Platform = "zendesk",
        Account = "tickets",
        Brand = "boreal",
        Channel = "house",
        LanguageHint = "fr",
        Secrets = { Secret },
        OutletUser = "desk@example.org",
        OutletSecret = "api-token",
    };

    /// <summary>A webhook signed now, with the time in ISO 8601.</summary>
    public static WebhookRequest Sign(byte[] body)
    {
        const string Timestamp = "2026-03-04T09:00:00Z";
        return WebhookSamples.Request(body, new()
        {
            ["Content-Type"] = "application/json; charset=utf-8",
            ["X-Zendesk-Webhook-Signature-Timestamp"] = Timestamp,
            ["X-Zendesk-Webhook-Signature"] = WebhookSigner.Sign(ZendeskPlatform.Scheme, Secret, null, Timestamp, body),
        });
    }

    public static WebhookReading Read(byte[] body) =>
        new ZendeskInlet(WebhookSamples.Verifier).Read(Sign(body), Account(), WebhookSamples.Now);

    /// <summary>Reads a sample of which a piece of text is another one.</summary>
    public static WebhookReading Read(string file, string from = "", string to = "")
    {
        var body = Encoding.UTF8.GetString(WebhookSamples.Body(file));
        Assert.Contains(from, body, StringComparison.Ordinal);
        return Read(Encoding.UTF8.GetBytes(from.Length == 0 ? body : body.Replace(from, to, StringComparison.Ordinal)));
    }
}
