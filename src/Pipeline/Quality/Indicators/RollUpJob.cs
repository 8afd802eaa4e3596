namespace Pipeline.Quality.Indicators;

/// <summary>Makes the roll-ups of days that have changed, so that readers of reports seldom wait for it.</summary>
public sealed class RollUpJob(RollUps rollUps, TimeProvider clock) : ITimerJob
{
    /// <summary>How many days back it looks: older ones change seldom, and are made by their next reader.</summary>
    public const int Days = 92;

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return rollUps.ReadAsync(RollUpScope.All, Dimension.All, today.AddDays(-Days), today, cancellationToken);
    }
}
