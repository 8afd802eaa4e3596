namespace Pipeline.Capture;

/// <summary>The configured accounts.</summary>
public sealed class PlatformOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Platforms";

    /// <summary>The accounts.</summary>
    public IList<PlatformAccount> Accounts { get; } = [];

    /// <summary>How far a webhook's timestamp may be from our clock, either way: five minutes, as Standard Webhooks advises.</summary>
    public TimeSpan TimestampTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The largest body of a webhook, in bytes; 128 KiB. What of it goes on the bus has limits of its own
    /// (<see cref="Reading.CaptureLimits"/>).
    /// </summary>
    public int MaxBodyBytes { get; set; } = 128 * 1024;

    /// <summary>
    /// Hosts of configured addresses that may lead to a private network, to this machine or this link, as in the addresses
    /// (<c>chat.corp.example</c>, <c>10.1.2.3</c>). All others are refused there, whatever their name resolves to.
    /// </summary>
    public IList<string> PrivateHosts { get; } = [];
}
