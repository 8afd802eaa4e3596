using Pipeline.Benchmarks.Load;

namespace Pipeline.Benchmarks;

/// <summary>One phase of sending.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Load">What the load generator saw.</param>
/// <param name="Seconds">From the first request until the queues were empty.</param>
/// <param name="CpuSeconds">CPU seconds of the host over that time.</param>
internal sealed record RatePhase(string Name, LoadResult Load, double Seconds, double CpuSeconds)
{
    /// <summary>Messages a second through the whole path.</summary>
    public double Rate => Load.Accepted / Seconds;

    /// <summary>Whether so many a second were accepted, and the queues were empty again within a second of the last answer.</summary>
    public bool KeptUp(double rate) => Load.Accepted >= 0.98 * rate * Load.Seconds && Seconds - Load.Seconds <= 1;

    /// <summary>CPU microseconds a message.</summary>
    public double CpuMicroseconds => CpuSeconds * 1e6 / Load.Accepted;
}
