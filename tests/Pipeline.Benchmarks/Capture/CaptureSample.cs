using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Capture;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Benchmarks.Capture;

/// <summary>A webhook of one platform: a message from tests/Data/webhooks, its text made longer until the body has 2 kB, signed.</summary>
/// <param name="Account">The account it is for.</param>
/// <param name="Request">The webhook.</param>
/// <param name="Event">What it is understood as.</param>
internal sealed record CaptureSample(PlatformAccount Account, WebhookRequest Request, MessageCaptured Event)
{
    /// <summary>How many bytes a body has at least.</summary>
    public const int Bytes = 2048;

    private const string WhsecSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first sample of a platform that is understood as a message with a text; null when it has none that can be signed here.</summary>
    /// <param name="platform">The platform; its description shows how it signs in a static property <c>Scheme</c>.</param>
    /// <param name="inlet">Its inlet.</param>
    /// <param name="folder">Where the samples are.</param>
    /// <param name="now">The present time.</param>
    public static CaptureSample? Find(IPlatform platform, IPlatformInlet inlet, string folder, DateTimeOffset now)
    {
        if (platform.GetType().GetProperty("Scheme", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is not SignatureScheme scheme)
        {
            return null;
        }

        var secret = scheme.SecretForm == SecretForm.Whsec ? WhsecSecret : "a-secret-of-the-benchmark";
        var account = new PlatformAccount { Platform = platform.Name, Account = "desk", Secrets = { secret } };
        foreach (var file in Directory.EnumerateFiles(folder, $"{platform.Name}_*.json").Order(StringComparer.Ordinal))
        {
            if (Read(inlet, account, Sign(scheme, secret, File.ReadAllBytes(file), now), now) is { Text.Length: > 0 } message
                && Longer(file, message.Text) is { } body
                && Sign(scheme, secret, body, now) is var request
                && Read(inlet, account, request, now) is { } longer)
            {
                return new(account, request, longer);
            }
        }

        return null;
    }

    private static MessageCaptured? Read(IPlatformInlet inlet, PlatformAccount account, WebhookRequest request, DateTimeOffset now) =>
        inlet.Read(request, account, now) is WebhookReading.Understood { Messages: [{ Kind: MessageKind.Message } message] } ? message : null;

    private static byte[]? Longer(string file, string text)
    {
        var node = JsonNode.Parse(File.ReadAllBytes(file))!;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(node, Relaxed);
        var more = string.Concat(Enumerable.Repeat($" {text}", (Math.Max(0, Bytes - bytes.Length) / (text.Length + 1)) + 1));
        return Replace(node, text, text + more) ? JsonSerializer.SerializeToUtf8Bytes(node, Relaxed) : null;
    }

    // In one place: some platforms say the text twice, and the first is what is read.
    private static bool Replace(JsonNode? node, string text, string longer)
    {
        switch (node)
        {
            case JsonObject entries:
                foreach (var (name, value) in entries.ToList())
                {
                    if (value is JsonValue said && said.TryGetValue<string>(out var found) && found == text)
                    {
                        entries[name] = longer;
                        return true;
                    }

                    if (Replace(value, text, longer))
                    {
                        return true;
                    }
                }

                return false;
            case JsonArray items:
                return items.Any(item => Replace(item, text, longer));
            default:
                return false;
        }
    }

    private static WebhookRequest Sign(SignatureScheme scheme, string secret, byte[] body, DateTimeOffset now)
    {
        var timestamp = (scheme.TimestampUnit == TimestampUnit.Seconds ? now.ToUnixTimeSeconds() : now.ToUnixTimeMilliseconds())
            .ToString(CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        Set(headers, scheme.IdHeader, Id);
        Set(headers, scheme.TimestampHeader, timestamp);
        Set(headers, scheme.SignatureHeader, WebhookSigner.Sign(scheme, secret, Id, timestamp, body));
        return new WebhookRequest(body, headers.GetValueOrDefault, _ => null);
    }

    private static void Set(Dictionary<string, string> headers, string? name, string value)
    {
        if (name is not null)
        {
            headers[name] = value;
        }
    }
}
