using System.Security.Cryptography;

namespace Pipeline.Capture.Signatures;

/// <summary>How one kind of platform signs its webhooks: all that differs between them, as data. Every signature is an HMAC.</summary>
public sealed record SignatureScheme
{
    /// <summary>The hash of the HMAC: SHA-256, or SHA-1 where a platform has nothing better.</summary>
    public HashAlgorithmName Algorithm { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>The header that holds the signature.</summary>
    public required string SignatureHeader { get; init; }

    /// <summary>What stands before the encoded bytes, such as <c>v1,</c>. In a list, entries without it are passed over.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>How the bytes of the signature are written.</summary>
    public required SignatureEncoding Encoding { get; init; }

    /// <summary>What separates several signatures in the header, of which one must match; null where there is only one.</summary>
    public char? ListSeparator { get; init; }

    /// <summary>What is signed.</summary>
    public required SignedTemplate Template { get; init; }

    /// <summary>The header with the webhook's id; null where the id is not signed.</summary>
    public string? IdHeader { get; init; }

    /// <summary>The header with the time of sending; null where it is not signed, so that only the message's id tells a replay.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>The unit of the timestamp. Whatever it is, what is signed is the header's text as it was received.</summary>
    public TimestampUnit TimestampUnit { get; init; }

    /// <summary>How the configured secret becomes the bytes of the key.</summary>
    public SecretForm SecretForm { get; init; }

    /// <summary>The length of a signature, in bytes.</summary>
    internal int SignatureBytes => Algorithm == HashAlgorithmName.SHA1 ? SHA1.HashSizeInBytes : SHA256.HashSizeInBytes;
}

/// <summary>How the bytes of a signature are written.</summary>
public enum SignatureEncoding
{
    /// <summary>Two hexadecimal digits a byte.</summary>
    Hex,

    /// <summary>Base64 with padding.</summary>
    Base64,
}

/// <summary>The unit of a timestamp, counted from 1970.</summary>
public enum TimestampUnit
{
    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>
    /// A time in ISO 8601 with its zone, or a number since 1970: seconds, and milliseconds where that many seconds lie beyond the year 5000.
    /// For platforms that do not say which they send.
    /// </summary>
    IsoOrEpoch,
}

/// <summary>How a secret becomes the bytes of a key.</summary>
public enum SecretForm
{
    /// <summary>The UTF-8 bytes of the text, even where the text looks like base64.</summary>
    Text,

    /// <summary><c>whsec_</c> and the base64 of 24 to 64 bytes (Standard Webhooks 1.0.0).</summary>
    Whsec,
}
