using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pipeline.Local.Startup;

/// <summary>
/// What a caller may take of the server, known or not. The defaults of Kestrel are made for uploads: thirty times larger bodies, sent as slowly
/// as 240 bytes a second, over any number of connections.
/// </summary>
public static class ServerLimits
{
    /// <summary>The most connections at once. With the largest bodies that are read on all of them, memory stays in bounds.</summary>
    public const int Connections = 1000;

    /// <summary>The most bytes of any body: the most that Platforms:MaxBodyBytes can be.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>The slowest that a body may come, in bytes a second, after <see cref="Grace"/>: a bad line carries ten times as much.</summary>
    public const double SlowestBody = 1024;

    /// <summary>How long a body may pause at first.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How long the headers of a request may take.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>Sets them.</summary>
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, Grace);
        kestrel.Limits.RequestHeadersTimeout = Headers;
    }
}
