using System.Diagnostics;
using Pipeline.Functions.Middleware;

namespace Pipeline.Tests.Functions;

public sealed class TraceMiddlewareTests
{
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Caller = $"00-{TraceId}-00f067aa0ba902b7-01";

    [Fact]
    public void The_trace_of_the_caller_goes_on_and_with_it_what_is_put_on_the_bus()
    {
        using var activity = TraceMiddleware.Continue("Capture", Caller, "vendor=1");
        Assert.Equal(TraceId, activity!.TraceId.ToString());
        Assert.Equal("00f067aa0ba902b7", activity.ParentSpanId.ToString());
        Assert.Equal("vendor=1", activity.TraceStateString);
        Assert.Same(activity, Activity.Current);
    }

    [Fact]
    public void An_activity_of_the_worker_itself_is_left_alone()
    {
        using var running = new Activity("worker").Start();
        Assert.Null(TraceMiddleware.Continue("Capture", Caller, null));
        Assert.Same(running, Activity.Current);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a trace")]
    public void A_caller_without_a_trace_starts_none(string? traceParent)
    {
        Assert.Null(TraceMiddleware.Continue("Capture", traceParent, null));
    }
}
