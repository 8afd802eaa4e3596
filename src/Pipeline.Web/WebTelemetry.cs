using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Web.Answers;

namespace Pipeline.Web;

/// <summary>The metrics of the HTTP API, on the pipeline's meter.</summary>
internal static class WebTelemetry
{
    private static readonly Counter<long> Problems = PipelineTelemetry.Meter.CreateCounter<long>(
        "pipeline.http.problems", "{answer}", "Problem documents that were answered, by code and status.");

    private static readonly UpDownCounter<long> Watchers = PipelineTelemetry.Meter.CreateUpDownCounter<long>(
        "pipeline.http.watchers", "{connection}", "Open connections that follow live changes.");

    /// <summary>Counts a problem document.</summary>
    public static void ProblemAnswered(Problem problem) =>
        Problems.Add(1, new TagList { { "code", problem.Code }, { "status", problem.Status } });

    /// <summary>Counts a watcher that came (1) or left (-1).</summary>
    public static void Watching(int change) => Watchers.Add(change);
}
