using System.Text;

namespace Pipeline.Capture.Signatures;

/// <summary>Turns configured secrets into keys.</summary>
public static class SecretBytes
{
    private const string WhsecPrefix = "whsec_";
    private const int MinWhsecBytes = 24;
    private const int MaxWhsecBytes = 64;

    /// <summary>What a secret of this form must look like, for an error about one that does not. It never shows the secret.</summary>
    public static string Describe(SecretForm form) => form == SecretForm.Whsec
        ? $"{WhsecPrefix} followed by the base64 of {MinWhsecBytes} to {MaxWhsecBytes} bytes"
        : "any text that is not empty";

    /// <summary>Reads a secret; false when it has not this form.</summary>
    public static bool TryRead(SecretForm form, string secret, out byte[] key)
    {
        key = form == SecretForm.Text ? Encoding.UTF8.GetBytes(secret) : FromWhsec(secret);
        return key.Length > 0;
    }

    /// <summary>Reads a secret.</summary>
    /// <exception cref="FormatException">It has not this form. The message does not show it.</exception>
    public static byte[] Read(SecretForm form, string secret) =>
        TryRead(form, secret, out var key) ? key : throw new FormatException($"A secret must be {Describe(form)}.");

    private static byte[] FromWhsec(string secret)
    {
        Span<byte> bytes = stackalloc byte[MaxWhsecBytes];
        return secret.StartsWith(WhsecPrefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[WhsecPrefix.Length..], bytes, out var written)
            && written >= MinWhsecBytes
                ? bytes[..written].ToArray()
                : [];
    }
}
