using System.Globalization;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;

namespace Pipeline.Replay;

/// <summary>A replayed webhook as the generic platform sends it: signed with the account's secret.</summary>
public static class SignedWebhook
{
    /// <summary>The headers of its signature.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="secret">The account's secret (<c>whsec_…</c>).</param>
    /// <param name="now">When it is sent: the signature holds for some minutes.</param>
    public static IReadOnlyDictionary<string, string> Headers(ReplayedEvent webhook, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [GenericPlatform.IdHeader] = webhook.WebhookId,
            [GenericPlatform.TimestampHeader] = timestamp,
            [GenericPlatform.SignatureHeader] =
                WebhookSigner.Sign(GenericPlatform.Scheme, secret, webhook.WebhookId, timestamp, webhook.Body.Span),
        };
    }

    /// <summary>The request, for who hands it over without a network.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="secret">The account's secret (<c>whsec_…</c>).</param>
    /// <param name="now">When it is sent.</param>
    public static WebhookRequest Request(ReplayedEvent webhook, string secret, DateTimeOffset now)
    {
        var headers = Headers(webhook, secret, now);
        return new WebhookRequest(webhook.Body, name => headers.GetValueOrDefault(name), static _ => null);
    }
}
