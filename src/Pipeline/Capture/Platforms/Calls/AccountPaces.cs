using System.Collections.Concurrent;
using System.Net;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Calls;

/// <summary>The pace of each account: what one platform asks of one account holds no other up.</summary>
internal sealed class AccountPaces(PlatformOptions options, TimeProvider clock)
{
    // For calls that no configured account makes: there are none but in tests.
    private const int CallsWithoutAccount = 300;

    private readonly ConcurrentDictionary<(string Platform, string Account), AccountPace> _paces = new();

    /// <summary>The pace of the account whose setting an address is.</summary>
    /// <param name="configured">The address as the account's settings hold it; of accounts with the same address the very object tells them apart.</param>
    public AccountPace Of(Uri configured)
    {
        var account = options.Accounts.FirstOrDefault(account => IsOf(account, address => ReferenceEquals(address, configured)))
            ?? options.Accounts.FirstOrDefault(account => IsOf(account, configured.Equals));
        return account is null
            ? _paces.GetOrAdd((configured.Authority, ""), _ => new AccountPace(CallsWithoutAccount, clock))
            : _paces.GetOrAdd((account.Platform, account.Account), _ => new AccountPace(CallsPerMinute(account), clock));
    }

    /// <summary>Waits for a token.</summary>
    /// <exception cref="PlatformBusyException">The account is not to be called for a while.</exception>
    public async Task TakeAsync(AccountPace pace, string call, CancellationToken cancellationToken)
    {
        if (!pace.TryTake(out var hold, out var putOff))
        {
            throw PutOff(call, putOff);
        }

        if (hold > TimeSpan.Zero)
        {
            await Task.Delay(hold, clock, cancellationToken);
            if (pace.Paused() is var paused && paused > TimeSpan.Zero)
            {
                throw PutOff(call, paused);
            }
        }
    }

    private static PlatformBusyException PutOff(string call, TimeSpan time) => new(
        $"{call} was not made: the account is not to be called for another {Math.Ceiling(time.TotalSeconds)} s.",
        HttpStatusCode.TooManyRequests,
        time);

    private static bool IsOf(PlatformAccount account, Func<Uri?, bool> same) => same(account.OutletAddress) || same(account.HistoryAddress);

    private static int CallsPerMinute(PlatformAccount account) => account.CallsPerMinute
        ?? PlatformCatalog.Platforms.FirstOrDefault(platform => platform.Name == account.Platform)?.CallsPerMinute ?? CallsWithoutAccount;
}
