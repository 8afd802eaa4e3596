namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>Twilio Conversations. It has no notes for advisors: outcomes go through another account (<c>OutletThrough</c>).</summary>
public sealed class TwilioPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "twilio";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(TwilioInlet);

    /// <inheritdoc/>
    public Type? Outlet => null;

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0)
        {
            yield return new(nameof(account.Secrets), "must hold the account's auth token.");
        }

        if (account.PublicAddress is null)
        {
            yield return new(nameof(account.PublicAddress), "must be the webhook's address as Twilio has it: it is part of what is signed.");
        }

        if (account.Tokens.Count > 0)
        {
            yield return new(nameof(account.Tokens), "has no use here: webhooks of this platform are signed.");
        }

        if (account.OutletAddress is not null)
        {
            yield return new(
                nameof(account.OutletAddress),
                $"has no use here: the platform has no notes for advisors. {nameof(account.OutletThrough)} names an account that has.");
        }
    }
}
