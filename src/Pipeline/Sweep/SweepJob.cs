using Microsoft.Extensions.Logging;

namespace Pipeline.Sweep;

/// <summary>Sweeps every account whose platform has a history, one after another. One that fails does not keep the next from its turn.</summary>
public sealed partial class SweepJob(AccountSweeper sweeper, SweepLedger ledger, TimeProvider clock, ILogger<SweepJob> logger) : ITimerJob
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var (platform, account) in sweeper.Accounts)
        {
            try
            {
                var state = await ledger.ReadAsync(platform, account, cancellationToken);
                if (state.NotBefore is not { } notBefore || notBefore <= clock.GetUtcNow())
                {
                    await sweeper.RunAsync(platform, account, since: null, cancellationToken);
                }
            }
#pragma warning disable CA1031 // Whatever went wrong here (the tables, the bus) went wrong for this account: the others have their turn.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, platform, account, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The sweep of {Platform}/{Account} failed; it runs again at its next time.")]
        public static partial void Failed(ILogger logger, string platform, string account, Exception exception);
    }
}
