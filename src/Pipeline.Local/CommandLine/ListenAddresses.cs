using System.Net;
using Pipeline.Local.Startup;

namespace Pipeline.Local.CommandLine;

/// <summary>Reads the addresses to listen on. Only this machine may reach the host: it has no access keys yet.</summary>
public static class ListenAddresses
{
    /// <summary>The default.</summary>
    public const string Default = "http://127.0.0.1:7071";

    // What Kestrel takes for "every address"; they are no URIs.
    private static readonly string[] EveryAddress = ["http://*", "http://+"];

    /// <summary>Reads one address, or several with semicolons between.</summary>
    /// <exception cref="StartRefusedException">One of them is not a plain http address of this machine.</exception>
    public static IReadOnlyList<string> Parse(string urls)
    {
        string[] parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 ? [.. parts.Select(Check)] : throw new StartRefusedException($"--urls is empty; the default is {Default}.");
    }

    private static string Check(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return EveryAddress.Any(start => url.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                ? throw NotLoopback(url)
                : throw new StartRefusedException($"--urls: '{url}' is not an address; expected one such as {Default}.");
        }

        if (uri.Scheme != Uri.UriSchemeHttp)
        {
            throw new StartRefusedException(
                $"--urls: '{url}' is not http; put a proxy in front for https. Expected an address such as {Default}.");
        }

        if (uri.AbsolutePath != "/" || uri.Query.Length > 0)
        {
            throw new StartRefusedException($"--urls: '{url}' has a path; expected an address such as {Default}.");
        }

        var loopback = uri.Host == "localhost"
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        return loopback ? Kestrels(uri) : throw NotLoopback(url);
    }

    // Port 0 takes any free port; Kestrel does that for an address, not for a name.
    private static string Kestrels(Uri uri) => uri is { Host: "localhost", Port: 0 } ? "http://127.0.0.1:0" : $"http://{uri.Authority}";

    private static StartRefusedException NotLoopback(string url) => new(
        $"--urls: '{url}' is open to other machines, and this version has no access keys; listen on 127.0.0.1, [::1] or localhost.");
}
