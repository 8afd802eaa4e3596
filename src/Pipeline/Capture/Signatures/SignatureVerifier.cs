using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Pipeline.Capture.Signatures;

/// <summary>Verifies the signature of a webhook, whatever platform it comes from: over the raw bytes, and in constant time.</summary>
public sealed class SignatureVerifier(IOptions<PlatformOptions> options)
{
    private const int MaxSignatures = 16;
    private const char InNoHeader = '\0';

    private readonly ConcurrentDictionary<(SecretForm Form, string Secret), byte[]> _keys = new();

    /// <summary>Verifies one webhook.</summary>
    /// <param name="scheme">How the platform signs.</param>
    /// <param name="request">The webhook.</param>
    /// <param name="secrets">The secrets it may be signed with, of which one must fit: two while one is being replaced by another.</param>
    /// <param name="now">The present time, for the age of the timestamp.</param>
    /// <returns>Null when it verifies, else why not.</returns>
    public WebhookProblem? Check(SignatureScheme scheme, WebhookRequest request, IEnumerable<string> secrets, DateTimeOffset now)
    {
        var header = request.Header(scheme.SignatureHeader);
        if (string.IsNullOrWhiteSpace(header))
        {
            return SignatureProblem.Missing(scheme.SignatureHeader);
        }

        var id = scheme.IdHeader is { } idHeader ? request.Header(idHeader) : null;
        var timestamp = scheme.TimestampHeader is { } timestampHeader ? request.Header(timestampHeader) : null;
        return CheckId(scheme, id)
            ?? CheckTimestamp(scheme, timestamp, now)
            ?? CheckSignature(scheme, header, id, timestamp, request, secrets as IList<string> ?? [.. secrets]);
    }

    private static WebhookProblem? CheckId(SignatureScheme scheme, string? id) => scheme.IdHeader switch
    {
        null => null,
        { } header when string.IsNullOrEmpty(id) => SignatureProblem.IdMissing(header),
        { } header when id.Length > SignatureMac.MaxHeader => SignatureProblem.IdMalformed(header, SignatureMac.MaxHeader),
        _ => null,
    };

    private WebhookProblem? CheckTimestamp(SignatureScheme scheme, string? timestamp, DateTimeOffset now)
    {
        if (scheme.TimestampHeader is not { } header)
        {
            return null;
        }

        if (string.IsNullOrEmpty(timestamp))
        {
            return SignatureProblem.TimestampMissing(header);
        }

        if (SignedTime.ReadMilliseconds(scheme.TimestampUnit, timestamp) is not { } milliseconds)
        {
            return SignatureProblem.TimestampMalformed(header, scheme.TimestampUnit);
        }

        var tolerance = options.Value.TimestampTolerance;
        return Math.Abs(now.ToUnixTimeMilliseconds() - milliseconds) > tolerance.TotalMilliseconds
            ? SignatureProblem.TimestampStale(header, tolerance)
            : null;
    }

    // The secrets of the settings are few and do not change: each is turned into its key once.
    private byte[] Key(SecretForm form, string secret) => _keys.TryGetValue((form, secret), out var key)
        ? key
        : _keys.GetOrAdd((form, secret), SecretBytes.Read(form, secret));

    private WebhookProblem? CheckSignature(
        SignatureScheme scheme, string header, string? id, string? timestamp, WebhookRequest request, IList<string> secrets)
    {
        Span<byte> given = stackalloc byte[MaxSignatures * SignatureMac.MaxBytes];
        var count = Decode(scheme, header, given);
        if (count == 0)
        {
            return SignatureProblem.Malformed(scheme);
        }

        // Every secret is tried on every signature, whatever was found before: the time taken says nothing of which one fitted.
        var verified = false;
        Span<byte> computed = stackalloc byte[SignatureMac.MaxBytes];
        for (var number = 0; number < secrets.Count; number++)
        {
            var length = SignatureMac.Compute(
                scheme, Key(scheme.SecretForm, secrets[number]), id, timestamp, request.Body.Span, computed);
            for (var index = 0; index < count; index++)
            {
                verified |= CryptographicOperations.FixedTimeEquals(computed[..length], given.Slice(index * length, length));
            }
        }

        return verified ? null : SignatureProblem.Invalid(scheme.SignatureHeader);
    }

    private static int Decode(SignatureScheme scheme, ReadOnlySpan<char> header, Span<byte> destination)
    {
        var length = scheme.SignatureBytes;
        var count = 0;
        foreach (var range in header.Split(scheme.ListSeparator ?? InNoHeader))
        {
            var entry = header[range].Trim();
            if (count < MaxSignatures && entry.StartsWith(scheme.Prefix, StringComparison.Ordinal)
                && Decode(scheme.Encoding, entry[scheme.Prefix.Length..], destination.Slice(count * length, length)) == length)
            {
                count++;
            }
        }

        return count;
    }

    private static int Decode(SignatureEncoding encoding, ReadOnlySpan<char> text, Span<byte> destination)
    {
        if (encoding == SignatureEncoding.Base64)
        {
            return Convert.TryFromBase64Chars(text, destination, out var written) ? written : 0;
        }

        return Convert.FromHexString(text, destination, out _, out var decoded) == OperationStatus.Done ? decoded : 0;
    }
}
