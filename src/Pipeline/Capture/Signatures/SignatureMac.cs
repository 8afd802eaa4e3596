using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Capture.Signatures;

/// <summary>Computes signatures. What is signed is put together in a rented buffer and hashed at once: that allocates nothing.</summary>
internal static class SignatureMac
{
    /// <summary>The longest signature, in bytes.</summary>
    public const int MaxBytes = SHA256.HashSizeInBytes;

    /// <summary>The longest id or timestamp that is taken, in characters.</summary>
    public const int MaxHeader = 256;

    private const int MostOfOne = 3;

    /// <summary>Computes one signature.</summary>
    /// <returns>How many bytes of <paramref name="destination"/> it takes.</returns>
    public static int Compute(
        SignatureScheme scheme, ReadOnlySpan<byte> key, string? id, string? timestamp, ReadOnlySpan<byte> body, Span<byte> destination)
    {
        var pieces = scheme.Template.Pieces;
        if (pieces is [{ Part: SignedPart.Body }])
        {
            return CryptographicOperations.HmacData(scheme.Algorithm, key, body, destination);
        }

        var size = 0;
        for (var index = 0; index < pieces.Count; index++)
        {
            size += MostBytes(pieces[index], id, timestamp, body);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var length = 0;
            for (var index = 0; index < pieces.Count; index++)
            {
                length += Write(pieces[index], id, timestamp, body, buffer.AsSpan(length));
            }

            return CryptographicOperations.HmacData(scheme.Algorithm, key, buffer.AsSpan(0, length), destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int MostBytes(SignedPiece piece, string? id, string? timestamp, ReadOnlySpan<byte> body) => piece.Part switch
    {
        SignedPart.Id => (id?.Length ?? 0) * MostOfOne,
        SignedPart.Timestamp => (timestamp?.Length ?? 0) * MostOfOne,
        SignedPart.Body => body.Length,
        _ => piece.Literal.Length,
    };

    private static int Write(SignedPiece piece, string? id, string? timestamp, ReadOnlySpan<byte> body, Span<byte> destination)
    {
        switch (piece.Part)
        {
            case SignedPart.Id:
                return Encoding.UTF8.GetBytes(id, destination);
            case SignedPart.Timestamp:
                return Encoding.UTF8.GetBytes(timestamp, destination);
            case SignedPart.Body:
                body.CopyTo(destination);
                return body.Length;
            default:
                piece.Literal.CopyTo(destination);
                return piece.Literal.Length;
        }
    }
}
