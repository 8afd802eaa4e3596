using System.Globalization;
using System.Net.Http.Headers;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>
/// Calls one's own chat back, signed as its webhooks are. <c>webhook-id</c> is the outcome's identity on the bus, the same whenever the
/// same outcome is sent again: the receiver drops an id that it has seen.
/// </summary>
public sealed class GenericOutlet(PlatformAccounts accounts, PlatformApi api, TimeProvider clock) : IPlatformOutlet
{
    /// <inheritdoc/>
    public string Platform => GenericPlatform.PlatformName;

    /// <inheritdoc/>
    public bool Reaches(string account) => accounts.Find(Platform, account)?.OutletAddress is not null;

    /// <inheritdoc/>
    public async Task DeliverAsync(string account, ConversationEvent outcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (accounts.Find(Platform, account) is not { OutletAddress: { } address, OutletSecret: { } secret }
            || GenericCallbacks.Write(outcome, now) is not { } body)
        {
            return;
        }

        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(GenericPlatform.IdHeader, outcome.BusId);
        request.Headers.Add(GenericPlatform.TimestampHeader, timestamp);
        request.Headers.Add(
            GenericPlatform.SignatureHeader, WebhookSigner.Sign(GenericPlatform.Scheme, secret, outcome.BusId, timestamp, body));
        await api.SendAsync(address, request, cancellationToken);
    }
}
