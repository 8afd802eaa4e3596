using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Capture;

/// <summary>Finds a configured account.</summary>
public sealed class PlatformAccounts(IOptions<PlatformOptions> options) : IOutletAccounts
{
    private readonly FrozenDictionary<(string Platform, string Account), PlatformAccount> _accounts =
        options.Value.Accounts.ToFrozenDictionary(account => (account.Platform, account.Account));

    /// <summary>Every account, as configured.</summary>
    public IReadOnlyList<PlatformAccount> All { get; } = [.. options.Value.Accounts];

    /// <summary>The account of this name at this platform; null when none is configured.</summary>
    public PlatformAccount? Find(string platform, string account) => _accounts.GetValueOrDefault((platform, account));

    /// <inheritdoc/>
    public (string Platform, string Account) OutletOf(string platform, string account) =>
        Find(platform, account)?.OutletThrough?.Split('/', 2) is [var through, var other] ? (through, other) : (platform, account);
}
