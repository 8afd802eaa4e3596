using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Reports;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Requests;

/// <summary>Reads what is asked of a report. Whoever asks for one of a person is told that there is none, and why.</summary>
internal static class ReportQueryReader
{
    /// <summary>By what a report can be grouped, as it is written.</summary>
    public static IReadOnlyList<string> Groups { get; } =
        [.. Enum.GetNames<Dimension>().Select(name => name.ToLowerInvariant())];

    private const string Person = "advisor";
    private const string Before = "before";
    private const int DefaultDays = 7;

    /// <summary>The refusal of a report about a person; null when none was asked for.</summary>
    public static ProblemAnswer? RefusePerson(HttpRequest request) =>
        request.Query.ContainsKey(Person) ? ReportProblems.PerPerson(Person)
        : request.Query["group"] == Person ? ReportProblems.PerPerson("group")
        : null;

    /// <summary>The period of <c>from</c>, <c>to</c> (the last seven days when not given) and <c>brand</c>.</summary>
    public static (ReportPeriod Period, ProblemAnswer? Problem) Period(HttpRequest request, int mostDays, params string[] more)
    {
        var query = new QueryReader(request.Query, ["from", "to", "brand", .. more]);
        var today = DateOnly.FromDateTime(request.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var to = query.Day("to", today);
        var from = query.Day("from", to.DayNumber >= DefaultDays ? to.AddDays(1 - DefaultDays) : to);
        var period = new ReportPeriod(from, to, query.Text("brand"));
        return (period, query.Problem ?? Bounds(period, mostDays));
    }

    /// <summary>What is asked of a report by group: the period, <c>group</c>, <c>compare</c> and <c>against</c>.</summary>
    public static (GroupReportQuery? Query, ProblemAnswer? Problem) Group(HttpRequest request, params string[] more)
    {
        var (period, problem) = Period(request, ReportPeriod.MostDays, ["group", "compare", "against", .. more]);
        var query = new QueryReader(request.Query, [.. request.Query.Keys]);
        var (group, compare, against) = (query.Text("group") ?? Groups[0], query.Text("compare"), query.Text("against"));
        problem ??= query.Problem
            ?? (!Groups.Contains(group, StringComparer.Ordinal) ? Problems.QueryInvalid("group", $"one of {string.Join(", ", Groups)}")
                : compare is not (null or Before) ? Problems.QueryInvalid("compare", $"{Before}, for the period of as many days before; a group of the same period is given as against")
                : compare is not null && against is not null ? Problems.QueryInvalid("against", "given without compare: a report compares with one thing")
                : null);
        return problem is null
            ? (new(period, Enum.Parse<Dimension>(group, ignoreCase: true), compare is not null, against), null)
            : (null, problem);
    }

    private static ProblemAnswer? Bounds(ReportPeriod period, int mostDays) =>
        period.From > period.To || period.Days > mostDays ? Problems.QueryInvalid("from", $"a day up to {mostDays - 1} days before to")

        // What is compared or usual lies before the first day.
        : period.From.DayNumber < ReportPeriod.MostDays ? Problems.QueryInvalid("from", "a day of this age")
        : period.To == DateOnly.MaxValue ? Problems.QueryInvalid("to", "a day of this age")
        : null;
}
