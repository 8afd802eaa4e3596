using System.Buffers.Text;
using System.Security.Cryptography;

namespace Pipeline.Sqlite.Tables;

/// <summary>
/// Where a page ended, as a text that fits into a URL: the key of its last row behind a checksum over the key of the partition.
/// </summary>
internal static class ContinuationToken
{
    private const int ChecksumBytes = 8;

    /// <summary>The token of a page that ended with this key.</summary>
    /// <param name="lastKey">The key of the last row that was looked at.</param>
    /// <param name="partition">The length of the part of the key that all rows of the partition share.</param>
    public static string Write(ReadOnlySpan<byte> lastKey, int partition)
    {
        var token = new byte[ChecksumBytes + lastKey.Length - partition];
        Checksum(lastKey, token);
        lastKey[partition..].CopyTo(token.AsSpan(ChecksumBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The key that a token names.</summary>
    /// <param name="token">The token.</param>
    /// <param name="partition">The part of the key that all rows of the partition share.</param>
    /// <exception cref="FormatException">The token is not of a query of this partition.</exception>
    public static byte[] Read(string token, ReadOnlySpan<byte> partition)
    {
        // Longer than any token of ours (a scan's holds two keys of 512 characters): not worth decoding.
        var bytes = new byte[4200 + ChecksumBytes];
        if (token.Length > bytes.Length || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length)
            || length < ChecksumBytes)
        {
            throw Foreign(token);
        }

        byte[] key = [.. partition, .. bytes.AsSpan(ChecksumBytes, length - ChecksumBytes)];
        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        Checksum(key, checksum);
        return checksum.SequenceEqual(bytes.AsSpan(0, ChecksumBytes)) ? key : throw Foreign(token);
    }

    private static void Checksum(ReadOnlySpan<byte> key, Span<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        hash[..ChecksumBytes].CopyTo(checksum);
    }

    private static FormatException Foreign(string token)
    {
        var shown = token.Length > 100 ? token[..100] + "…" : token;
        return new FormatException($"'{shown}' is no continuation of this query: pass the one of the page before, or none to start anew.");
    }
}
