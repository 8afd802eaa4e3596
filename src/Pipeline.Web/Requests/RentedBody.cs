using System.Buffers;

namespace Pipeline.Web.Requests;

/// <summary>A body in a rented buffer.</summary>
internal sealed class RentedBody(byte[] buffer, int length) : IDisposable
{
    private byte[]? _buffer = buffer;

    /// <summary>The bytes, until disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
