using Microsoft.Extensions.Logging;

namespace Pipeline.Protection.Erasure;

/// <summary>Carries every erasure on that has not come to its end. One that fails does not keep the next from its turn.</summary>
public sealed partial class ErasureJob(ErasureLedger ledger, Eraser eraser, ILogger<ErasureJob> logger) : ITimerJob
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<string> running = [];
        await foreach (var row in ledger.RunningAsync(cancellationToken))
        {
            running.Add(row.Status.Id);
        }

        foreach (var id in running)
        {
            try
            {
                if (await eraser.RunAsync(id, cancellationToken) is { Ended: true } status)
                {
                    Log.Ended(logger, id, status.State);
                }
            }
#pragma warning disable CA1031 // Whatever went wrong here is tried again in a minute; the others have their turn.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, id, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The erasure {Id} has come to its end: {Outcome}.")]
        public static partial void Ended(ILogger logger, string id, ErasureState outcome);

        [LoggerMessage(2, LogLevel.Error, "The erasure {Id} could not go on; it is tried again in a minute.")]
        public static partial void Failed(ILogger logger, string id, Exception exception);
    }
}
