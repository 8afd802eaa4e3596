using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>A connection that sends bytes and reads answers, one after the other; it connects again when the server has closed it.</summary>
internal sealed class WireConnection(IPEndPoint server) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;
    private int _from;
    private int _to;

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="bytes">The request as bytes.</param>
    /// <param name="sent">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WireAnswer> SendAsync(byte[] bytes, FuzzCase sent, CancellationToken cancellationToken)
    {
        var answer = WireAnswer.None;
        try
        {
            var socket = await ConnectAsync(cancellationToken);

            // The server may answer, and close, before all is sent: then sending fails, and the answer is there all the same.
            var sending = SendAllAsync(socket, bytes, sent.IsCutOff, cancellationToken);
            answer = await ReadAsync(socket, hasNoBody: sent.Request.Method == "HEAD", cancellationToken);
            await sending;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            answer = answer with { IsKept = false };
        }

        if (!answer.IsKept || sent.IsCutOff || sent.Request.IsLast)
        {
            Dispose();
        }

        return answer;
    }

    public void Dispose()
    {
        _socket?.Dispose();
        (_socket, _from, _to) = (null, 0, 0);
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_socket is null)
        {
            _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await _socket.ConnectAsync(server, cancellationToken);
        }

        return _socket;
    }

    private static async Task SendAllAsync(Socket socket, byte[] request, bool isCutOff, CancellationToken cancellationToken)
    {
        try
        {
            for (var sent = 0; sent < request.Length;)
            {
                sent += await socket.SendAsync(request.AsMemory(sent), cancellationToken);
            }

            if (isCutOff)
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException)
        {
            // The answer tells.
        }
    }

    private async Task<WireAnswer> ReadAsync(Socket socket, bool hasNoBody, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await LineAsync(socket, cancellationToken) is not { Length: > 12 } line)
            {
                return WireAnswer.None;
            }

            var status = int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await LineAsync(socket, cancellationToken) is { Length: > 0 } header)
            {
                var colon = header.IndexOf(':', StringComparison.Ordinal);
                headers[header[..colon]] = header[(colon + 1)..].Trim();
            }

            // 1xx: the answer itself is still to come.
            if (status >= 200)
            {
                return await ReadBodyAsync(socket, status, headers, hasNoBody, cancellationToken);
            }
        }
    }

    private async Task<WireAnswer> ReadBodyAsync(
        Socket socket, int status, Dictionary<string, string> headers, bool hasNoBody, CancellationToken cancellationToken)
    {
        var mediaType = headers.GetValueOrDefault("Content-Type", "");
        var isKept = !headers.GetValueOrDefault("Connection", "").Equals("close", StringComparison.OrdinalIgnoreCase);
        if (hasNoBody)
        {
            return new WireAnswer(status, mediaType, isKept);
        }

        if (headers.TryGetValue("Content-Length", out var length))
        {
            await SkipAsync(socket, long.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        }
        else if (headers.ContainsKey("Transfer-Encoding"))
        {
            // Live events never end: what they are is known from their head.
            isKept = false;
        }

        return new WireAnswer(status, mediaType, isKept);
    }

    private async Task SkipAsync(Socket socket, long count, CancellationToken cancellationToken)
    {
        while (count > 0 && (_from < _to || await FillAsync(socket, cancellationToken)))
        {
            var some = (int)Math.Min(count, _to - _from);
            _from += some;
            count -= some;
        }
    }

    private async Task<string?> LineAsync(Socket socket, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (_from < _to || await FillAsync(socket, cancellationToken))
        {
            var character = (char)_buffer[_from++];
            if (character == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(character);
        }

        return null;
    }

    private async Task<bool> FillAsync(Socket socket, CancellationToken cancellationToken)
    {
        (_from, _to) = (0, await socket.ReceiveAsync(_buffer, cancellationToken));
        return _to > 0;
    }
}
