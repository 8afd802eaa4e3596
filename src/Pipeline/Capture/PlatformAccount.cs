namespace Pipeline.Capture;

/// <summary>One account at a platform, from the configuration section <c>Platforms</c>.</summary>
public sealed class PlatformAccount
{
    /// <summary>The platform's name: generic, chatwoot …</summary>
    public string Platform { get; set; } = "";

    /// <summary>Names the account in the webhook's address and in conversation keys.</summary>
    public string Account { get; set; } = "";

    /// <summary>The secrets a webhook may be signed with: several at once while one is rotated. From the environment, never from a file of the repository.</summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>The brand of conversations that do not name one.</summary>
    public string Brand { get; set; } = "default";

    /// <summary>The channel of conversations that do not name one.</summary>
    public string Channel { get; set; } = "web";

    /// <summary>The language of customers when nothing else tells: fr or en.</summary>
    public string? LanguageHint { get; set; }

    /// <summary>Where outcomes go: the platform's API, or the generic platform's callback. Null sends none.</summary>
    public Uri? OutletAddress { get; set; }

    /// <summary>The token of the platform's API (Chatwoot: <c>api_access_token</c>), or the secret that signs generic callbacks.</summary>
    public string? OutletSecret { get; set; }
}

/// <summary>The configured accounts.</summary>
public sealed class PlatformOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Platforms";

    /// <summary>The accounts.</summary>
    public IList<PlatformAccount> Accounts { get; } = [];

    /// <summary>How far a webhook's timestamp may be from our clock, either way. Five minutes, as the Standard Webhooks libraries do.</summary>
    public TimeSpan TimestampTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest body of a webhook, in bytes; 128 KiB, so that with the envelope it fits a message of Service Bus Standard (256 KiB).</summary>
    public int MaxBodyBytes { get; set; } = 128 * 1024;
}
