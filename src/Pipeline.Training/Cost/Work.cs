namespace Pipeline.Training.Cost;

/// <summary>What a stage did for one message: its own time, measured, and the calls it waited for.</summary>
/// <param name="Own">Its own time, without that of its calls.</param>
/// <param name="TableCalls">Calls to the tables.</param>
/// <param name="Sends">Calls to the bus.</param>
/// <param name="PlatformCalls">Calls to the platform.</param>
public readonly record struct Work(TimeSpan Own, int TableCalls, int Sends, int PlatformCalls)
{
    /// <summary>How long it takes where each call takes as long as assumed.</summary>
    public TimeSpan Duration(Latencies latencies)
    {
        ArgumentNullException.ThrowIfNull(latencies);
        return Own + TimeSpan.FromMilliseconds(
            (TableCalls * latencies.TableMilliseconds) + (Sends * latencies.BusMilliseconds) + (PlatformCalls * latencies.PlatformMilliseconds));
    }
}
