using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>The conversations of a day, for quality teams.</summary>
public static class TranscriptsEndpoint
{
    /// <summary>The most conversations of one page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The conversations of a page when the query does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>
    /// A page of the conversations that started on a day (UTC), newest first: <c>day</c> (today when not given), <c>limit</c>,
    /// <c>continuation</c> (from the page before).
    /// </summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Transcripts") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var query = new QueryReader(request.Query, "day", "limit", "continuation");
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var day = query.Day("day", today);
        var limit = query.Number("limit", 1, MaxLimit, DefaultLimit);
        var continuation = query.Text("continuation");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        try
        {
            var page = await services.GetRequiredService<ITranscripts>().ListDayAsync(day, limit, continuation, cancellationToken);
            return await services.GetRequiredService<ReadingAudit>().WriteAsync(
                Gate.Entered(request), ReadingAudit.ListOf(day), "Transcripts", cancellationToken)
                ? new JsonAnswer<TranscriptPage>(page, PipelineJson.Default.TranscriptPage)
                : Problems.AuditUnavailable();
        }
        catch (FormatException) when (continuation is not null)
        {
            return Problems.QueryInvalid("continuation", "what the page before gave as its continuation");
        }
    }
}
