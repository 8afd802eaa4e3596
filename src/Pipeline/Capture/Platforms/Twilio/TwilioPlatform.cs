namespace Pipeline.Capture.Platforms.Twilio;

/// <summary>
/// Twilio Conversations: chats over SMS, WhatsApp and one's own app. Its webhooks are forms, signed over the address they go to and their fields.
/// It has no side for advisors: outcomes go through another account.
/// </summary>
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
            yield return new(nameof(account.Secrets), "must hold the account's auth token, which signs its webhooks.");
        }

        if (account.PublicAddress is null)
        {
            yield return new(nameof(account.PublicAddress), "must be the webhook's address as it stands at Twilio: it is part of what is signed.");
        }

        if (account.OutletAddress is not null)
        {
            yield return new(nameof(account.OutletAddress), $"has no use here: use {nameof(account.OutletThrough)}.");
        }
    }
}
