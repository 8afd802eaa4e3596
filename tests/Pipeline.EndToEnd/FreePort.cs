using System.Net;
using System.Net.Sockets;

namespace Pipeline.EndToEnd;

/// <summary>Finds a port of this machine that nobody listens on.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
