using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Pipeline.Functions.Middleware;

/// <summary>
/// Lets a function continue the trace of whoever called it, also where nobody listens to the worker's own activities: what it puts on the
/// bus carries the trace on, and the stages behind it belong to the request that began it.
/// </summary>
public sealed class TraceMiddleware : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var activity = Continue(context.FunctionDefinition.Name, context.TraceContext.TraceParent, context.TraceContext.TraceState);
        await next(context);
    }

    /// <summary>Starts an activity below the caller's; null when one is running already, or when the caller tells no trace.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="traceParent">The caller's <c>traceparent</c> (W3C Trace Context).</param>
    /// <param name="traceState">The caller's <c>tracestate</c>.</param>
    public static Activity? Continue(string function, string? traceParent, string? traceState)
    {
        if (Activity.Current is not null || !ActivityContext.TryParse(traceParent, traceState, isRemote: true, out var caller))
        {
            return null;
        }

        var activity = new Activity($"function {function}") { TraceStateString = caller.TraceState };
        return activity.SetParentId(caller.TraceId, caller.SpanId, caller.TraceFlags).Start();
    }
}
