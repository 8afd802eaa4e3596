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
}
