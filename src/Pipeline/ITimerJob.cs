namespace Pipeline;

/// <summary>Work that a timer starts. It may be started again before or after a crash, and must be harmless then.</summary>
public interface ITimerJob
{
    /// <summary>Does the work once.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
