using Microsoft.Extensions.Logging;

namespace Pipeline.Quality.Knowledge.Neighbours;

/// <summary>Sees to it that no question to a colleague is lost: what nobody answered in time goes to the register.</summary>
public sealed partial class NeighbourWatchJob(NeighbourDesk desk, ILogger<NeighbourWatchJob> logger) : ITimerJob
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await desk.RegisterOverdueAsync(cancellationToken) is > 0 and var count)
        {
            Log.Registered(logger, count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Put {Count} questions to colleagues that nobody answered in the register.")]
        public static partial void Registered(ILogger logger, int count);
    }
}
