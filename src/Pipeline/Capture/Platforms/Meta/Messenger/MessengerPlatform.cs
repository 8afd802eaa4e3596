using Pipeline.Capture.Signatures;

namespace Pipeline.Capture.Platforms.Meta.Messenger;

/// <summary>
/// Messenger. A channel and no desk: outcomes go through another account (<c>OutletThrough</c>). With <c>AccountId</c>, only the messages of
/// that page are taken. <c>OutletUser</c> is the id of the app that sends in our name, whose echoes are dropped.
/// </summary>
public sealed class MessengerPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "messenger";

    /// <summary>How webhooks are signed.</summary>
    public static SignatureScheme Scheme => MetaWebhooks.Scheme;

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(MessengerInlet);

    /// <inheritdoc/>
    public Type? Outlet => null;

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account) => MetaWebhooks.Check(account);
}
