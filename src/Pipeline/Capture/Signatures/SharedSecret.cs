using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Capture.Signatures;

/// <summary>
/// Compares a secret that a platform sends as it is with those that are configured, in constant time. It guards less than a signature: whoever
/// sees it once can send anything, at any time.
/// </summary>
internal static class SharedSecret
{
    /// <summary>Whether it is one of them. Every one is compared, whatever was found before.</summary>
    public static bool IsAny(string given, IEnumerable<string> secrets)
    {
        // Digests have one length, so that the comparison says nothing of the secret's.
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        var known = false;
        foreach (var secret in secrets)
        {
            known |= CryptographicOperations.FixedTimeEquals(digest, SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        }

        return known;
    }
}
