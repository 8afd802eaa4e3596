using System.Net;
using System.Net.Sockets;

namespace Pipeline.Capture.Platforms.Calls;

/// <summary>
/// Opens the connections of calls. A name is resolved once, what it leads to is checked, and exactly that is connected to: whoever changes
/// the name's address between a check and a call gains nothing.
/// </summary>
/// <param name="privateHosts">The hosts that may have a private address (<see cref="PlatformOptions.PrivateHosts"/>).</param>
internal sealed class GuardedConnection(IEnumerable<string> privateHosts)
{
    private readonly HashSet<string> _privateHosts = new(privateHosts.Select(Resolved), StringComparer.OrdinalIgnoreCase);

    /// <summary>Connects, as <see cref="SocketsHttpHandler.ConnectCallback"/> asks for it.</summary>
    /// <exception cref="PrivateAddressException">The name leads to private addresses alone.</exception>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = PrivateAddresses.Plain(context.DnsEndPoint.Host);
        var addresses = IPAddress.TryParse(host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (!_privateHosts.Contains(host))
        {
            addresses = Array.FindAll(addresses, candidate => !PrivateAddresses.Contain(candidate));
            if (addresses.Length == 0)
            {
                throw new PrivateAddressException();
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // As it is asked of the name service: names of other alphabets are written in ASCII there.
    private static string Resolved(string host) =>
        PrivateAddresses.Plain(Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var address) ? address.IdnHost : host);
}

/// <summary>A configured host leads to a private network, and the settings do not say that it may.</summary>
internal sealed class PrivateAddressException : Exception;
