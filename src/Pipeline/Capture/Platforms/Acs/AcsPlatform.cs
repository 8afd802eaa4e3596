namespace Pipeline.Capture.Platforms.Acs;

/// <summary>
/// Azure Communication Services Chat, whose events come through Event Grid, in its own schema or as CloudEvents. Event Grid does not sign: a token in the
/// address tells its webhooks apart. There is no side for advisors: outcomes go through another account.
/// </summary>
public sealed class AcsPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "acs";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(AcsInlet);

    /// <inheritdoc/>
    public Type? Outlet => null;

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Tokens.Count == 0)
        {
            yield return new(nameof(account.Tokens), "must hold a token, which stands in the address of the event subscription.");
        }

        if (account.Secrets.Count > 0)
        {
            yield return new(nameof(account.Secrets), "has no use here: Event Grid does not sign.");
        }

        if (account.OutletAddress is not null)
        {
            yield return new(nameof(account.OutletAddress), $"has no use here: use {nameof(account.OutletThrough)}.");
        }
    }
}
