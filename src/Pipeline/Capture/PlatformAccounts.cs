using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Pipeline.Capture;

/// <summary>Finds a configured account.</summary>
public sealed class PlatformAccounts(IOptions<PlatformOptions> options)
{
    private readonly FrozenDictionary<(string Platform, string Account), PlatformAccount> _accounts =
        options.Value.Accounts.ToFrozenDictionary(account => (account.Platform, account.Account));

    /// <summary>Every account, as configured.</summary>
    public IReadOnlyList<PlatformAccount> All { get; } = [.. options.Value.Accounts];

    /// <summary>The account of this name at this platform; null when none is configured.</summary>
    public PlatformAccount? Find(string platform, string account) => _accounts.GetValueOrDefault((platform, account));
}
