using System.Net;
using Pipeline.Local.Startup;

namespace Pipeline.Local.CommandLine;

/// <summary>Reads the addresses to listen on. Without access keys only this machine may reach the host.</summary>
public static class ListenAddresses
{
    /// <summary>The default.</summary>
    public const string Default = "http://127.0.0.1:7071";

    // What Kestrel takes for "every address"; they are no URIs.
    private static readonly string[] EveryAddress = ["http://*", "http://+"];

    /// <summary>Reads one address, or several with semicolons between.</summary>
    /// <param name="urls">The addresses.</param>
    /// <param name="hasKeys">Whether access keys are configured, so that other machines may reach the host.</param>
    /// <exception cref="StartRefusedException">One of them is not a plain http address, or is not of this machine without keys.</exception>
    public static IReadOnlyList<string> Parse(string urls, bool hasKeys)
    {
        string[] parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 ? [.. parts.Select(url => Check(url, hasKeys))] : throw new StartRefusedException($"--urls is empty; the default is {Default}.");
    }

    private static string Check(string url, bool hasKeys)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return EveryAddress.Any(start => url.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                ? throw (hasKeys ? Unwritten(url) : NotLoopback(url))
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
        return loopback || hasKeys ? Kestrels(uri) : throw NotLoopback(url);
    }

    // Port 0 takes any free port; Kestrel does that for an address, not for a name.
    private static string Kestrels(Uri uri) => uri is { Host: "localhost", Port: 0 } ? "http://127.0.0.1:0" : $"http://{uri.Authority}";

    private static StartRefusedException NotLoopback(string url) => new(
        $"--urls: '{url}' is open to other machines, and no access keys are configured; "
        + "listen on 127.0.0.1, [::1] or localhost, or set keys (Access__Keys__0__Name, …Role, …Hash).");

    private static StartRefusedException Unwritten(string url) => new(
        $"--urls: '{url}' is not an address; for every address of this machine write http://0.0.0.0 or http://[::] with the port.");
}
