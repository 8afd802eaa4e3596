using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Meta.WhatsApp;

/// <summary>
/// WhatsApp's Cloud API. A channel and no desk: outcomes go through another account (<c>OutletThrough</c>). With <c>AccountId</c>, only the
/// messages of that phone number id are taken: one subscription tells of all numbers of a business.
/// </summary>
public sealed class WhatsAppPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "whatsapp";

    /// <summary>How webhooks are signed.</summary>
    public static SignatureScheme Scheme => MetaWebhooks.Scheme;

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(WhatsAppInlet);

    /// <inheritdoc/>
    public Type? Outlet => null;

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account) => MetaWebhooks.Check(account);
}
