using System.Diagnostics.Metrics;
using Pipeline.Ports;

namespace Pipeline.Local.Telemetry;

/// <summary>The gauge of queue depths. The bus is read when the gauge is: nothing is counted that nobody looks at.</summary>
public sealed class QueueDepthGauge : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A meter of its own under the shared name: it ends with this host, and its gauge with it.
    private readonly Meter _meter = new(PipelineTelemetry.Name);
    private readonly IBusStatus _bus;
    private readonly TimeProvider _clock;

    /// <summary>Adds the gauge.</summary>
    public QueueDepthGauge(IBusStatus bus, TimeProvider clock)
    {
        _bus = bus;
        _clock = clock;
        _meter.CreateObservableGauge(
            "pipeline.queue.depth", Read, "{message}", "Messages on each queue and subscription: active, scheduled or dead-lettered.");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Read()
    {
        using var patience = new CancellationTokenSource(Patience, _clock);

        // A gauge's callback is synchronous, and runs on the exporter's own thread.
        foreach (var depth in _bus.ReadDepthsAsync(patience.Token).GetAwaiter().GetResult())
        {
            yield return Measure(depth.Active, depth.Source, "active");
            yield return Measure(depth.Scheduled, depth.Source, "scheduled");
            yield return Measure(depth.DeadLettered, depth.Source, "dead-lettered");
        }
    }

    private static Measurement<long> Measure(long count, string source, string state) =>
        new(count, new("source", source), new("state", state));
}
