using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Suggestions.Feedback;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>What suggestions brought, for quality teams: by level, never by person.</summary>
public static class SuggestionReportEndpoint
{
    /// <summary>The most days of one report.</summary>
    public const int MaxDays = 31;

    private const int DefaultDays = 7;

    /// <summary>The report over the days <c>from</c> to <c>to</c> (UTC, both in it); the last seven when not given.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "SuggestionReport") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var query = new QueryReader(request.Query, "from", "to");
        var to = query.Day("to", DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        var from = query.Day("from", to.DayNumber >= DefaultDays ? to.AddDays(1 - DefaultDays) : to);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (from > to || to.DayNumber - from.DayNumber >= MaxDays)
        {
            return Problems.QueryInvalid("from", $"a day up to {MaxDays - 1} days before to");
        }

        var report = await services.GetRequiredService<SuggestionReporter>().ReportAsync(from, to, cancellationToken);
        return new JsonAnswer<SuggestionReport>(report, WebJson.Default.SuggestionReport);
    }
}
