using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.IAdvize;

/// <summary>
/// iAdvize. It tells what is said to its bots only (the external bot connector), and of others when they begin and end (webhooks); both are signed.
/// It has no side for advisors that a server reaches: outcomes go through another account.
/// </summary>
public sealed class IAdvizePlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "iadvize";

    /// <summary>How webhooks and the calls of the connector are signed (docs.iadvize.dev, app security).</summary>
    public static SignatureScheme Scheme { get; } = new()
    {
        SignatureHeader = "X-iAdvize-Signature",
        Prefix = "sha256=",
        Encoding = SignatureEncoding.Hex,
        Template = SignedTemplate.Parse("{body}"),
    };

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(IAdvizeInlet);

    /// <inheritdoc/>
    public Type? Outlet => null;

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0)
        {
            yield return new(nameof(account.Secrets), "must hold the secret token of the app, which signs what it sends.");
        }

        if (account.AccountId is { } rule && !Guid.TryParseExact(rule, "D", out _))
        {
            yield return new(nameof(account.AccountId), "must be the id of the distribution rule that conversations go to after the bot, or be left out.");
        }

        if (account.OutletAddress is not null)
        {
            yield return new(nameof(account.OutletAddress), $"has no use here: use {nameof(account.OutletThrough)}.");
        }
    }
}
