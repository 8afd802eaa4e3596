using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Quality.Reports;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Pages;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Reports for quality teams: of groups, never of a person.</summary>
public static class ReportsEndpoint
{
    private static readonly string[] Languages = ["fr", "en"];

    /// <summary>The indicators of a period by group: <c>from</c>, <c>to</c>, <c>brand</c>, <c>group</c>, <c>compare</c>, <c>against</c>.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((Gate.Refuse(request, "Reports") ?? ReportQueryReader.RefusePerson(request)) is { } refusal)
        {
            return refusal;
        }

        var (query, problem) = ReportQueryReader.Group(request);
        return query is null
            ? problem!
            : new JsonAnswer<GroupReport>(await ReporterOf<GroupReporter>(request).ReportAsync(query, cancellationToken), ReportJson.Default.GroupReport);
    }

    /// <summary>What customers were unhappy about, with bursts: <c>from</c>, <c>to</c>, <c>brand</c>.</summary>
    public static async Task<IResult> GetIrritantsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((Gate.Refuse(request, "Irritants") ?? ReportQueryReader.RefusePerson(request)) is { } refusal)
        {
            return refusal;
        }

        var (period, problem) = ReportQueryReader.Period(request, IrritantReporter.MostDays);
        return problem ?? (IResult)new JsonAnswer<IrritantReport>(
            await ReporterOf<IrritantReporter>(request).ReportAsync(period, cancellationToken), ReportJson.Default.IrritantReport);
    }

    /// <summary>Whether all are treated alike: <c>from</c>, <c>to</c>, <c>brand</c>.</summary>
    public static async Task<IResult> GetConsistencyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((Gate.Refuse(request, "Consistency") ?? ReportQueryReader.RefusePerson(request)) is { } refusal)
        {
            return refusal;
        }

        var (period, problem) = ReportQueryReader.Period(request, ReportPeriod.MostDays);
        return problem ?? (IResult)new JsonAnswer<ConsistencyReport>(
            await ReporterOf<ConsistencyReporter>(request).ReportAsync(period, cancellationToken), ReportJson.Default.ConsistencyReport);
    }

    /// <summary>The week of the teams: <c>week</c> (any day of it; last week when not given), <c>brand</c>, <c>skill</c>.</summary>
    public static async Task<IResult> GetDigestAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((Gate.Refuse(request, "WeeklyDigest") ?? ReportQueryReader.RefusePerson(request)) is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var query = new QueryReader(request.Query, "week", "brand", "skill");
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var (week, brand, skill) = (query.Day("week", today.AddDays(-7)), query.Text("brand"), query.Text("skill"));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (week.Year is < 2000 or > 9998)
        {
            return Problems.QueryInvalid("week", "a day of this age");
        }

        // It names conversations, as a list of them does.
        var digest = await ReporterOf<DigestReporter>(request).ReportAsync(week, brand, skill, cancellationToken);
        return await services.GetRequiredService<ReadingAudit>().WriteAsync(
            Gate.Entered(request), ReadingAudit.ListOf(digest.From), "WeeklyDigest", cancellationToken)
            ? new JsonAnswer<DigestReport>(digest, ReportJson.Default.DigestReport)
            : Problems.AuditUnavailable();
    }

    /// <summary>The report by group as a page to print, without scripts: the same parameters, and <c>language</c> (fr, en).</summary>
    public static async Task<IResult> GetPrintAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((Gate.Refuse(request, "PrintReport") ?? ReportQueryReader.RefusePerson(request)) is { } refusal)
        {
            return refusal;
        }

        var (query, problem) = ReportQueryReader.Group(request, "language");
        if (query is null)
        {
            return problem!;
        }

        var language = new QueryReader(request.Query, [.. request.Query.Keys]).Text("language") ?? Languages[0];
        return Languages.Contains(language, StringComparer.Ordinal)
            ? new ReportPage(await ReporterOf<GroupReporter>(request).ReportAsync(query, cancellationToken), language)
            : Problems.QueryInvalid("language", $"one of {string.Join(", ", Languages)}");
    }

    private static T ReporterOf<T>(HttpRequest request)
        where T : notnull => request.HttpContext.RequestServices.GetRequiredService<T>();
}
