using Pipeline.Flow;

namespace Pipeline.Routing;

/// <summary>Gives waiting conversations to advisors whose places have become free.</summary>
public sealed class AssignWaitingJob : ITimerJob
{
    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
