using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Conversations by whatever a quality team asks.</summary>
public static class TranscriptsEndpoint
{
    /// <summary>The most conversations of one page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The conversations of a page when the query does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>
    /// A page of the conversations that meet the query (<see cref="TranscriptQueryReader"/>), newest first: <c>limit</c>, <c>continuation</c> (from the
    /// page before).
    /// </summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Transcripts") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var reader = TranscriptQueryReader.Start(request.Query, "limit", "continuation");
        var query = TranscriptQueryReader.Read(reader);
        var limit = reader.Number("limit", 1, MaxLimit, DefaultLimit);
        var continuation = reader.Text("continuation");
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        try
        {
            var page = await services.GetRequiredService<ITranscriptQueries>().QueryAsync(query, limit, continuation, cancellationToken);
            return await services.GetRequiredService<ReadingAudit>().WriteAsync(
                Gate.Entered(request), ReadingAudit.ListOf(AuditDay(request, services)), "Transcripts", cancellationToken)
                ? new JsonAnswer<TranscriptPage>(page, PipelineJson.Default.TranscriptPage)
                : Problems.AuditUnavailable();
        }
        catch (TextQueryException exception)
        {
            return Problems.QueryWords("text", exception.Message);
        }
        catch (FormatException) when (continuation is not null)
        {
            return Problems.QueryInvalid("continuation", "what the page before of the same query gave as its continuation");
        }
    }

    // The readings of a day's list stand together; those of any other query on the day on which it was asked.
    private static DateOnly AuditDay(HttpRequest request, IServiceProvider services) => new QueryReader(request.Query, [.. request.Query.Keys]).Day(
        "day", DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
}
