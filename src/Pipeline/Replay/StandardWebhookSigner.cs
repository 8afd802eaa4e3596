using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Replay;

/// <summary>
/// Signs webhooks as Standard Webhooks says (standardwebhooks.com, symmetric signatures): <c>v1,</c> and the base64 HMAC-SHA256 of
/// <c>{id}.{timestamp}.{body}</c>.
/// </summary>
public sealed class StandardWebhookSigner
{
    /// <summary>What a secret starts with; the rest is base64.</summary>
    public const string SecretPrefix = "whsec_";

    private readonly byte[] _key;

    /// <summary>Takes a secret.</summary>
    /// <param name="secret"><c>whsec_</c> and base64.</param>
    /// <exception cref="FormatException">It is something else; the message does not repeat it.</exception>
    public StandardWebhookSigner(string secret)
    {
        const string Expected = $"The secret of a webhook is '{SecretPrefix}' followed by base64";
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
        {
            throw new FormatException($"{Expected}; this one starts otherwise.");
        }

        try
        {
            _key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        }
        catch (FormatException)
        {
            throw new FormatException($"{Expected}; what follows '{SecretPrefix}' here is not base64.");
        }
    }

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>, in Unix seconds.</param>
    /// <param name="body">The bytes that are sent.</param>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
