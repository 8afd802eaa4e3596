namespace Pipeline.Capture.Signatures;

/// <summary>Signs a webhook as a platform does: for our own callbacks, and for whoever plays a platform.</summary>
public static class WebhookSigner
{
    /// <summary>The value of the signature header.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="secret">The secret, in the scheme's form.</param>
    /// <param name="id">The value of the id header, at most 256 characters; null where the scheme has none.</param>
    /// <param name="timestamp">The value of the timestamp header; null where the scheme has none.</param>
    /// <param name="body">The raw body.</param>
    /// <exception cref="FormatException">The secret has not the scheme's form.</exception>
    public static string Sign(SignatureScheme scheme, string secret, string? id, string? timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> signature = stackalloc byte[SignatureMac.MaxBytes];
        var length = SignatureMac.Compute(scheme, SecretBytes.Read(scheme.SecretForm, secret), id, timestamp, body, signature);
        return scheme.Prefix + (scheme.Encoding == SignatureEncoding.Hex
            ? Convert.ToHexStringLower(signature[..length])
            : Convert.ToBase64String(signature[..length]));
    }
}
