namespace Pipeline.Benchmarks;

/// <summary>What one station of the path cost, over a run.</summary>
/// <param name="name">The route; <c>Capture</c> for the webhook without HTTP.</param>
internal sealed class StageCost(string name)
{
    private TimeSpan _cpu;
    private long _allocated;

    public string Name { get; } = name;

    /// <summary>CPU microseconds for each of so many messages, of all threads.</summary>
    public double Microseconds(int messages) => _cpu.TotalMicroseconds / messages;

    /// <summary>Bytes allocated for each of so many messages.</summary>
    public double Bytes(int messages) => (double)_allocated / messages;

    /// <summary>Counts what the work costs.</summary>
    public async Task MeasureAsync(Func<Task> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes();
        await work();
        _cpu += Environment.CpuUsage.TotalTime - cpu;
        _allocated += GC.GetTotalAllocatedBytes() - allocated;
    }
}
