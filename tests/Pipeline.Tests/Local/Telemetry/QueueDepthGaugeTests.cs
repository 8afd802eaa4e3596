using System.Diagnostics.Metrics;
using Pipeline.Local.Telemetry;
using Pipeline.Ports;

namespace Pipeline.Tests.Local.Telemetry;

public sealed class QueueDepthGaugeTests
{
    [Fact]
    public void The_gauge_tells_what_waits_on_each_queue_as_long_as_the_host_lives()
    {
        var told = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "pipeline.queue.depth")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => told.Add($"{tags[0].Value} {tags[1].Value} {value}"));
        listener.Start();
        using (new QueueDepthGauge(new Bus(), TimeProvider.System))
        {
            listener.RecordObservableInstruments();
        }

        Assert.Equal(["captured active 3", "captured scheduled 2", "captured dead-lettered 1"], told);
        listener.RecordObservableInstruments();
        Assert.Equal(3, told.Count);
    }

    private sealed class Bus : IBusStatus
    {
        public Task<IReadOnlyList<QueueDepth>> ReadDepthsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<QueueDepth>>([new("captured", 3, 2, 1)]);
    }
}
