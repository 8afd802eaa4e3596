using Pipeline.Flow;

namespace Pipeline.Transcripts;

/// <summary>Closes conversations in which nothing has happened for long.</summary>
public sealed class CloseIdleJob : ITimerJob
{
    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
