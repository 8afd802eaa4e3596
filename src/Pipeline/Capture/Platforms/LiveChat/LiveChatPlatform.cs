namespace Pipeline.Capture.Platforms.LiveChat;

/// <summary>
/// LiveChat, and the text platform beneath it (livechat/livechat-public-docs, 3.6). Its webhooks are not signed: the secret that was chosen when they
/// were registered comes back in the body. Outcomes become events that only agents see, and transfers.
/// </summary>
public sealed class LiveChatPlatform : IPlatform
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "livechat";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Type Inlet => typeof(LiveChatInlet);

    /// <inheritdoc/>
    public Type? Outlet => typeof(LiveChatOutlet);

    /// <inheritdoc/>
    public Type? History => null;

    /// <inheritdoc/>
    public IEnumerable<SettingError> Check(PlatformAccount account)
    {
        if (account.Secrets.Count == 0)
        {
            yield return new(nameof(account.Secrets), "must hold the secret key that the webhook was registered with.");
        }

        foreach (var (skill, team) in account.Teams)
        {
            if (team.Length is 0 or > 9 || !team.All(char.IsAsciiDigit))
            {
                yield return new($"{nameof(account.Teams)}:{skill}", "must be the number of a group at LiveChat.");
            }
        }
    }
}
