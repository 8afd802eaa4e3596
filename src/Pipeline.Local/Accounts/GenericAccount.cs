using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;
using Pipeline.Local.Startup;

namespace Pipeline.Local.Accounts;

/// <summary>
/// The account <c>generic/demo</c>, for the demo and for a first try: a host without any configured account would take nothing. Its secret
/// is made once and kept in the data folder, for its owner only; the host listens on this machine alone.
/// </summary>
public static class GenericAccount
{
    /// <summary>The account.</summary>
    public const string Account = "demo";

    private const string SecretPrefix = "whsec_";

    /// <summary>Where the secret is kept.</summary>
    public static string SecretFile(string dataFolder) => Path.Combine(dataFolder, $"{GenericPlatform.PlatformName}-{Account}.secret");

    /// <summary>Adds the account when none is configured, or when the demo needs it and it is not there.</summary>
    /// <returns>The account that was added; null when none was needed.</returns>
    /// <exception cref="StartRefusedException">The secret's file is not usable.</exception>
    public static PlatformAccount? AddWhenNeeded(PlatformOptions options, string dataFolder, bool demo)
    {
        if (demo ? Find(options) is not null : options.Accounts.Count > 0)
        {
            return null;
        }

        var account = new PlatformAccount
        {
            Platform = GenericPlatform.PlatformName,
            Account = Account,
            Secrets = { Secret(SecretFile(dataFolder)) },
        };
        options.Accounts.Add(account);
        return account;
    }

    /// <summary>Has the account call a platform: its history at <c>/history</c>, and its callbacks at <c>/callbacks</c>.</summary>
    /// <exception cref="StartRefusedException">The account is not there.</exception>
    public static void StandBehind(PlatformOptions options, Uri platform)
    {
        var account = Find(options) ?? throw new StartRefusedException(
            "--platform stands behind the account generic/demo, and other accounts are configured here: set their HistoryAddress instead.");
        var root = platform.AbsoluteUri.TrimEnd('/');

        // Whoever names it on the command line means it, wherever it is.
        options.PrivateHosts.Add(platform.Host);
        account.HistoryAddress = new Uri($"{root}/history");
        account.OutletAddress = new Uri($"{root}/callbacks");
        account.OutletSecret ??= account.Secrets.FirstOrDefault();
    }

    /// <summary>The account among the configured ones; null when it is not there.</summary>
    public static PlatformAccount? Find(PlatformOptions options) =>
        options.Accounts.FirstOrDefault(account => account is { Platform: GenericPlatform.PlatformName, Account: Account });

    private static string Secret(string path)
    {
        var secret = KeptSecret.ReadOrMake(path, "webhook secret", SecretPrefix);
        return SecretBytes.TryRead(GenericPlatform.Scheme.SecretForm, secret, out _)
            ? secret
            : throw new StartRefusedException($"{path} does not hold a webhook secret; delete it to have a new one made.");
    }
}
