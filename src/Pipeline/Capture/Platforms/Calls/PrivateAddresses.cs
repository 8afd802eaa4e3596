using System.Net;
using System.Net.Sockets;

namespace Pipeline.Capture.Platforms.Calls;

/// <summary>
/// Tells addresses of networks that nobody outside can reach from those of the internet: a platform on the internet has none of them, and a
/// name that leads to one leads to a machine beside ours, or to what tells our host its own secrets.
/// </summary>
internal static class PrivateAddresses
{
    private const int FirstSixToFourByte = 2;

    // The special-purpose registries of RFC 6890, and the address at which Azure's own machinery answers (168.63.129.16).
    private static readonly IPNetwork[] Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
            "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "64:ff9b:1::/48", "2001::/32",
        }.Select(IPNetwork.Parse),
    ];

    // IPv6 that carries an IPv4 address in its last four bytes: compatible addresses, and those that a gateway translates.
    private static readonly IPNetwork[] CarryingLast = [IPNetwork.Parse("::/96"), IPNetwork.Parse("64:ff9b::/96")];
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether an address is private, of this machine, of this link, of many at once, or of no one.</summary>
    public static bool Contain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Contain(address.MapToIPv4());
        }

        return Networks.Any(network => network.Contains(address)) || (Carried(address) is { } carried && Contain(carried));
    }

    /// <summary>Whether a host of an address is such an address, or a name of this machine. Other names are only known when they are resolved.</summary>
    public static bool ContainHost(string host) =>
        IPAddress.TryParse(Plain(host), out var address) ? Contain(address) : IsThisMachine(host);

    /// <summary>A host without the brackets that addresses put around IPv6.</summary>
    public static string Plain(string host) => host.TrimStart('[').TrimEnd(']');

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static IPAddress? Carried(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        return SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(FirstSixToFourByte, 4))
            : CarryingLast.Any(network => network.Contains(address)) ? new IPAddress(bytes.AsSpan(12))
            : null;
    }
}
