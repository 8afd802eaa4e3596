using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Benchmarks.Load;

/// <summary>A connection that is kept open: one request at a time, and only as much of HTTP/1.1 as the answers of a webhook need.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[16 * 1024];

    private LoadConnection(Socket socket) => _socket = socket;

    public static async Task<LoadConnection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
        return new LoadConnection(socket);
    }

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <returns>The status.</returns>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The server closed the connection, or its answer is longer than a webhook's.");
            }

            length += read;
            if (End(_buffer.AsSpan(0, length)) is { } end && length >= end)
            {
                return int.Parse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    // Where the answer ends; null while its head is not whole.
    private static int? End(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var field = answer[..head].IndexOf("Content-Length: "u8);
        if (field < 0)
        {
            throw new IOException($"An answer without a length: {Encoding.ASCII.GetString(answer[..head])}");
        }

        var value = answer[(field + "Content-Length: ".Length)..head];
        var line = value.IndexOf((byte)'\r');
        return head + 4 + int.Parse(line < 0 ? value : value[..line], CultureInfo.InvariantCulture);
    }
}
