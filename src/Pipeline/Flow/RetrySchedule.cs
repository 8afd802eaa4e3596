namespace Pipeline.Flow;

/// <summary>When a failed message is tried again: it is put back on its queue, scheduled; after the last delay it is dead-lettered.</summary>
/// <param name="Delays">The delay after the first failure, the second, and so on.</param>
public sealed record RetrySchedule(IReadOnlyList<TimeSpan> Delays)
{
    /// <summary>For calls to a platform: seconds first, then minutes, about six hours in all, so that an outage of an hour loses nothing.</summary>
    public static RetrySchedule ForPlatforms { get; } = new(
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(2),
    ]);
}
