using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Requests;

/// <summary>Reads a request's raw body into a rented buffer, and never more of it than a limit.</summary>
internal static class BodyReader
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>Reads the body. A declared length over the limit is refused before anything is read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The limit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The body; null when it is over the limit. Disposing it gives the buffer back: nothing may read it afterwards.</returns>
    public static async Task<RentedBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        // Grown as bytes come, not as bytes are promised: who only promises costs nothing. One byte more lets the read find the end.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(request.ContentLength + 1 ?? FirstBuffer, FirstBuffer));
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
                length += read;
                if (length > maxBytes)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    return null;
                }

                if (read == 0)
                {
                    return new RentedBody(buffer, length);
                }
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server has a limit of its own, and looks ahead: it can meet that before this reads as far.
            ArrayPool<byte>.Shared.Return(buffer);
            return null;
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // Kestrel calls some broken requests so, such as a chunk that says it is larger than any number.
            ArrayPool<byte>.Shared.Return(buffer);
            throw new BadHttpRequestException("The body could not be read.", StatusCodes.Status400BadRequest, exception);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
