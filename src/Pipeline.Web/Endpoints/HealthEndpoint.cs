using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Health;

namespace Pipeline.Web.Endpoints;

/// <summary>How the product is, for whoever runs it. Nothing here is about people.</summary>
public static class HealthEndpoint
{
    /// <summary>Every check with the depth of each queue; 503 when one fails.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Health") is { } refusal)
        {
            return refusal;
        }

        var report = await Checks(request).RunAsync(cancellationToken);
        return new JsonAnswer<HealthAnswer>(
            new HealthAnswer(report.Status, report.Checks, report.Queues), WebJson.Default.HealthAnswer, StatusOf(report));
    }

    /// <summary>The process is up: it looks at nothing else, so that a fault elsewhere does not get the process restarted.</summary>
    public static Task<IResult> GetLiveAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IResult>(new JsonAnswer<LiveAnswer>(new LiveAnswer(HealthStatus.Healthy), WebJson.Default.LiveAnswer));

    /// <summary>The tables and the bus answer; 503 while one does not, so that no traffic is sent here.</summary>
    public static async Task<IResult> GetReadyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var report = await Checks(request).RunOrRecentAsync(cancellationToken);
        return new JsonAnswer<ReadyAnswer>(
            new ReadyAnswer(report.Status, report.Checks), WebJson.Default.ReadyAnswer, StatusOf(report));
    }

    private static HealthChecks Checks(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<HealthChecks>();

    private static int StatusOf(HealthReport report) =>
        report.Status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
}
