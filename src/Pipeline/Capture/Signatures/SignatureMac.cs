using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Capture.Signatures;

/// <summary>Computes signatures, piece by piece, so that the body is never copied.</summary>
internal static class SignatureMac
{
    /// <summary>The longest signature, in bytes.</summary>
    public const int MaxBytes = SHA256.HashSizeInBytes;

    /// <summary>The longest id or timestamp that is taken, in characters.</summary>
    public const int MaxHeader = 256;

    /// <summary>Computes one signature.</summary>
    /// <returns>How many bytes of <paramref name="destination"/> it takes.</returns>
    public static int Compute(
        SignatureScheme scheme, ReadOnlySpan<byte> key, string? id, string? timestamp, ReadOnlySpan<byte> body, Span<byte> destination)
    {
        using var mac = IncrementalHash.CreateHMAC(scheme.Algorithm, key);
        foreach (var piece in scheme.Template.Pieces)
        {
            switch (piece.Part)
            {
                case SignedPart.Id:
                    Append(mac, id);
                    break;
                case SignedPart.Timestamp:
                    Append(mac, timestamp);
                    break;
                case SignedPart.Body:
                    mac.AppendData(body);
                    break;
                default:
                    mac.AppendData(piece.Literal);
                    break;
            }
        }

        return mac.GetHashAndReset(destination);
    }

    private static void Append(IncrementalHash mac, string? header)
    {
        Span<byte> bytes = stackalloc byte[MaxHeader * 3];
        mac.AppendData(bytes[..Encoding.UTF8.GetBytes(header, bytes)]);
    }
}
