using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Protection.Access;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Who read and changed what, for administrators.</summary>
public static class AuditEndpoint
{
    /// <summary>The most entries of one page.</summary>
    public const int MaxLimit = 500;

    /// <summary>The entries of a page when the query does not say.</summary>
    public const int DefaultLimit = 100;

    // As far back as the query goes when it does not say.
    private const int DefaultDays = 31;

    /// <summary>
    /// A page, newest first: <c>from</c> and <c>to</c> (days, UTC; the last 31 when not given), <c>name</c>, <c>place</c>, <c>limit</c>,
    /// <c>continuation</c> (from the page before).
    /// </summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "Audit") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var query = new QueryReader(request.Query, "from", "to", "name", "place", "limit", "continuation");
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var to = query.Day("to", today);
        var from = query.Day("from", to.DayNumber > DefaultDays ? to.AddDays(-DefaultDays) : to);
        var (name, place) = (query.Text("name"), query.Text("place"));
        var limit = query.Number("limit", 1, MaxLimit, DefaultLimit);
        var continuation = query.Text("continuation");
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (from > to)
        {
            return Problems.QueryInvalid("from", "a day that is not after to");
        }

        try
        {
            var page = await services.GetRequiredService<AuditReader>().ReadAsync(from, to, name, place, limit, continuation, cancellationToken);
            return new JsonAnswer<AuditPage>(page, ProtectionWebJson.Default.AuditPage);
        }
        catch (FormatException)
        {
            return Problems.QueryInvalid("continuation", "what the page before gave as its continuation");
        }
    }
}
