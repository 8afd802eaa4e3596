using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

// The endpoints of reports.
public static partial class HttpFunctions
{
    /// <summary>The indicators of a period by group.</summary>
    [Function("Reports")]
    public static Task<IResult> ReportsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports")] HttpRequest request,
        CancellationToken cancellationToken) => ReportsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>What customers were unhappy about.</summary>
    [Function("Irritants")]
    public static Task<IResult> IrritantsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/irritants")] HttpRequest request,
        CancellationToken cancellationToken) => ReportsEndpoint.GetIrritantsAsync(request, cancellationToken);

    /// <summary>Whether all customers are treated alike.</summary>
    [Function("Consistency")]
    public static Task<IResult> ConsistencyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/consistency")] HttpRequest request,
        CancellationToken cancellationToken) => ReportsEndpoint.GetConsistencyAsync(request, cancellationToken);

    /// <summary>The week of the teams.</summary>
    [Function("WeeklyDigest")]
    public static Task<IResult> WeeklyDigestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/digest")] HttpRequest request,
        CancellationToken cancellationToken) => ReportsEndpoint.GetDigestAsync(request, cancellationToken);

    /// <summary>The indicators as a page to print.</summary>
    [Function("PrintReport")]
    public static Task<IResult> PrintReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/print")] HttpRequest request,
        CancellationToken cancellationToken) => ReportsEndpoint.GetPrintAsync(request, cancellationToken);
}
