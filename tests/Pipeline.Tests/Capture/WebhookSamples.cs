using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Chatwoot;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;

namespace Pipeline.Tests.Capture;

/// <summary>Webhooks as platforms send them: bodies from tests/Data/webhooks, signed here.</summary>
internal static class WebhookSamples
{
    public const string GenericSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string ChatwootSecret = "a-secret-of-the-chatwoot-tests";

    /// <summary>A minute after what the sample bodies tell of.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    public static SignatureVerifier Verifier { get; } = new(Options.Create(new PlatformOptions()));

    public static byte[] Body(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "webhooks", file));

    public static PlatformAccount GenericAccount() =>
        new() { Platform = "generic", Account = "shop", Brand = "lumo", Channel = "app", Secrets = { GenericSecret } };

    public static PlatformAccount ChatwootAccount() =>
        new() { Platform = "chatwoot", Account = "desk", Brand = "boreal", Channel = "house", LanguageHint = "fr", Secrets = { ChatwootSecret } };

    public static WebhookRequest Generic(byte[] body, string id = "msg_1", string secret = GenericSecret, DateTimeOffset? sentAt = null)
    {
        var timestamp = Seconds(sentAt ?? Now);
        return Request(body, new()
        {
            ["Content-Type"] = "application/json",
            ["webhook-id"] = id,
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = WebhookSigner.Sign(GenericPlatform.Scheme, secret, id, timestamp, body),
        });
    }

    public static WebhookRequest Generic(string json) => Generic(Encoding.UTF8.GetBytes(json));

    public static WebhookRequest Chatwoot(byte[] body, string secret = ChatwootSecret)
    {
        var timestamp = Seconds(Now);
        return Request(body, new()
        {
            ["content-type"] = "application/json; charset=utf-8",
            ["X-Chatwoot-Timestamp"] = timestamp,
            ["X-Chatwoot-Signature"] = WebhookSigner.Sign(ChatwootPlatform.Scheme, secret, null, timestamp, body),
        });
    }

    public static WebhookRequest Request(byte[] body, Dictionary<string, string> headers, string? token = null)
    {
        var lookup = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        return new WebhookRequest(body, name => lookup.GetValueOrDefault(name), name => name == "token" ? token : null);
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
