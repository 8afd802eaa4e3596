using System.Security.Cryptography;
using System.Text;
using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>
/// Twilio's signature: the base64 of an HMAC-SHA1 over the address and, in the order of their names, each field's name and value
/// (twilio/twilio-csharp, src/Twilio/Security/RequestValidator.cs). Like Twilio's own validator this takes the address with and without its port.
/// </summary>
public static class TwilioSignature
{
    /// <summary>The header with the signature.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>Verifies a form, in constant time for each secret and address.</summary>
    /// <param name="given">The header's value; null when it is missing.</param>
    /// <param name="address">The address that was called, with its query.</param>
    /// <param name="fields">The form's fields.</param>
    /// <param name="secrets">The auth tokens that it may be signed with.</param>
    /// <returns>Null when it verifies, else why not.</returns>
    public static WebhookProblem? Check(
        string? given, Uri address, IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<string> secrets)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return SignatureProblem.Missing(Header);
        }

        Span<byte> expected = stackalloc byte[SHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(given, expected, out var length) || length != SHA1.HashSizeInBytes)
        {
            return new(
                400, "signature-malformed", "A header of the signature cannot be read.",
                $"The header {Header} must be the base64 of {SHA1.HashSizeInBytes} bytes.", Header);
        }

        var signed = string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
        string[] addresses = [WithPort(address), WithoutPort(address)];
        var verified = false;
        foreach (var secret in secrets)
        {
            foreach (var called in addresses)
            {
                verified |= CryptographicOperations.FixedTimeEquals(Compute(called + signed, secret), expected);
            }
        }

        return verified ? null : SignatureProblem.Invalid(Header);
    }

    // Twilio calls for SHA-1; as the hash of an HMAC it still holds.
    private static byte[] Compute(string signed, string secret) =>
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));

    private static string WithPort(Uri address) => $"{address.Scheme}://{address.Host}:{address.Port}{address.PathAndQuery}";

    private static string WithoutPort(Uri address) => $"{address.Scheme}://{address.Host}{address.PathAndQuery}";
}
