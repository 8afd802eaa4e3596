using System.Globalization;
using System.Text;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;
using Pipeline.Replay;

namespace Pipeline.Benchmarks.Load;

/// <summary>Writes a webhook as the bytes of an HTTP/1.1 request, signed: a client library would cost more than the host that answers it.</summary>
internal sealed class SignedRequest(Uri webhook, string secret, TimeProvider clock)
{
    public byte[] Write(ReplayedEvent happening)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = WebhookSigner.Sign(GenericPlatform.Scheme, secret, happening.WebhookId, timestamp, happening.Body.Span);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {webhook.PathAndQuery} HTTP/1.1\r\nHost: {webhook.Authority}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {happening.Body.Length}\r\n{GenericPlatform.IdHeader}: {happening.WebhookId}\r\n"
            + $"{GenericPlatform.TimestampHeader}: {timestamp}\r\n{GenericPlatform.SignatureHeader}: {signature}\r\n\r\n");
        var request = new byte[head.Length + happening.Body.Length];
        Encoding.ASCII.GetBytes(head, request);
        happening.Body.Span.CopyTo(request.AsSpan(head.Length));
        return request;
    }
}
