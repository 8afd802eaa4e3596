using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pipeline.Tests.Local.Pumps;

public sealed class TraceTests
{
    [Fact]
    public async Task The_spans_of_one_message_share_one_trace_from_the_webhook_to_the_last_stage()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var probe = new Probe();
        ActivityTraceId trace;
        using (var capture = PipelineTelemetry.StartCapture("generic"))
        {
            trace = capture!.TraceId;
            await probe.SendAsync("first", "m-1");
        }

        Activity.Current = null;
        using var passOn = probe.Pump(Probe.PassOnRoute);
        using var work = probe.Pump(Probe.WorkRoute);
        await passOn.RunOnceAsync(cancelled);
        await work.RunOnceAsync(cancelled);

        // Other tests of the process may be heard too.
        var spans = ended.Where(span => span.TraceId == trace).ToList();
        Assert.Equal(["capture", "stage PassOn", "stage Work"], spans.Select(span => span.OperationName));
        Assert.Equal(spans[0].SpanId, spans[1].ParentSpanId);
        Assert.Equal(spans[1].SpanId, spans[2].ParentSpanId);
    }
}
