using System.Security.Cryptography;
using System.Text;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>
/// How Twilio signs: the address that it calls, and behind it each field of the form, name and value, in order
/// (twilio.com/docs/usage/security#validating-requests). Of JSON the address alone, whose query holds the digest of the body.
/// </summary>
public static class TwilioSignature
{
    /// <summary>The header with the signature.</summary>
    public const string Header = "X-Twilio-Signature";

    private const string BodyDigest = "bodySHA256";
    private const string NotSigned = "The webhook is not signed as this platform signs.";

    /// <summary>Signs a call.</summary>
    /// <param name="secret">The account's auth token.</param>
    /// <param name="address">The whole address, with its query.</param>
    /// <param name="fields">The fields of the form; none for JSON.</param>
    public static string Sign(string secret, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes(address));
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            mac.AppendData(Encoding.UTF8.GetBytes(name + value));
        }

        return Convert.ToBase64String(mac.GetHashAndReset());
    }

    /// <summary>Checks a webhook, in constant time for each secret.</summary>
    /// <returns>Null when it verifies, else why not.</returns>
    internal static WebhookProblem? Check(WebhookRequest request, PlatformAccount account, IReadOnlyDictionary<string, string>? form)
    {
        if (request.Header(Header) is not { Length: > 0 } given)
        {
            return SignatureProblem.Missing(Header);
        }

        if (form is null && !IsDigest(request))
        {
            return new(401, "body-digest-invalid", NotSigned, $"The query parameter {BodyDigest} must be the SHA-256 of the body.", BodyDigest);
        }

        // Every secret is tried on every form of the address: the time taken says nothing of which one fitted.
        var (verified, signature) = (false, Encoding.UTF8.GetBytes(given.Trim()));
        foreach (var address in Addresses(account.PublicAddress, request.PathAndQuery))
        {
            foreach (var secret in account.Secrets)
            {
                verified |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(secret, address, form ?? NoFields)), signature);
            }
        }

        return verified ? null : new(
            401,
            "signature-invalid",
            "The signature does not match.",
            $"None of the account's secrets makes the signature in {Header}. Check the auth token, and that "
            + $"{nameof(account.PublicAddress)} is the webhook's address as Twilio has it.",
            Header);
    }

    private static Dictionary<string, string> NoFields { get; } = [];

    private static bool IsDigest(WebhookRequest request) => request.Query(BodyDigest) is { } digest && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(request.Body.Span))), Encoding.UTF8.GetBytes(digest));

    // Twilio has signed with the port and without it: its own validators try both.
    private static IEnumerable<string> Addresses(Uri? address, string pathAndQuery)
    {
        if (address is null)
        {
            yield break;
        }

        var query = pathAndQuery.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? pathAndQuery[at..] : "";
        var path = address.AbsolutePath + query;
        yield return $"{address.Scheme}://{address.Host}{path}";
        yield return FormattableString.Invariant($"{address.Scheme}://{address.Host}:{address.Port}{path}");
    }
}
