namespace Pipeline.Capture.Platforms.Sunshine;

/// <summary>
/// Sunshine Conversations v2, Zendesk's messaging. Webhooks carry a shared secret in a header. Its API has no side that customers do not see,
/// so outcomes go through another account (zendesk/sunshine-conversations-api-spec, openapi.yaml).
/// </summary>
public sealed class SunshinePlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "sunshine";

    /// <summary>The header with the shared secret.</summary>
    public const string SecretHeader = "X-API-Key";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(SunshineInlet);

    /// <inheritdoc/>
    public Type? Outlet => null;

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0)
        {
            yield return new(nameof(account.Secrets), "must hold the webhook's shared secret.");
        }

        if (account.Tokens.Count > 0)
        {
            yield return new(nameof(account.Tokens), $"has no use here: webhooks carry a secret in {SecretHeader}.");
        }

        if (account.OutletAddress is not null)
        {
            yield return new(
                nameof(account.OutletAddress), $"has no use here: nothing is hidden from customers. Name an account in {nameof(account.OutletThrough)}.");
        }
    }
}
