using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Review;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Lists of reviews, and the report of a week. Nothing here lists or ranks advisors by score.</summary>
public static class ReviewListsEndpoint
{
    /// <summary>
    /// The caller's reviews: an advisor's are those of their own conversations (<c>of=advisor</c>), a reviewer's those they made (<c>of=reviewer</c>);
    /// <c>of=appeals</c> with <c>week</c> gives those that wait for a decision.
    /// </summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Reviews", "of", "week", "limit", "continuation");
        if (entered is null)
        {
            return refusal!;
        }

        var of = entered.Query.Text("of") ?? (entered.IsQuality ? "reviewer" : "advisor");
        var week = entered.Query.Text("week");
        var (limit, continuation, problem) = entered.Page();
        if (problem is not null)
        {
            return problem;
        }

        if (of is not ("advisor" or "reviewer" or "appeals"))
        {
            return Problems.QueryInvalid("of", "one of advisor, reviewer, appeals");
        }

        if (of != "advisor" && !entered.IsQuality)
        {
            return ReviewProblems.NotYours();
        }

        if (of == "appeals" ? week is null || !IsoWeek.IsWeek(week) : week is not null)
        {
            return Problems.QueryInvalid("week", "a week such as 2026-W09, with of=appeals alone");
        }

        var lists = entered.Service<ReviewLists>();
        return await entered.ReadAsync("review~reviews", "Reviews", cancellationToken) is { } unaudited
            ? unaudited
            : new JsonAnswer<ReviewPage>(
                of switch
                {
                    "advisor" => await lists.OfAdvisorAsync(entered.Caller, limit, continuation, cancellationToken),
                    "reviewer" => await lists.OfReviewerAsync(entered.Caller, limit, continuation, cancellationToken),
                    _ => await lists.AppealsAsync(week!, limit, continuation, cancellationToken),
                },
                ReviewWebJson.Default.ReviewPage);
    }

    /// <summary>What the reviews of a week found, by groups of at least five advisors: <c>week</c>, <c>by</c>.</summary>
    public static async Task<IResult> GetReportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "ReviewReport", "week", "by");
        if (entered is null)
        {
            return refusal!;
        }

        var week = entered.Query.Text("week") ?? IsoWeek.Of(entered.Service<TimeProvider>().GetUtcNow());
        ReportGrouping? by = entered.Query.Text("by") switch
        {
            null or "all" => ReportGrouping.All,
            "brand" => ReportGrouping.Brand,
            "skill" => ReportGrouping.Skill,
            "reason" => ReportGrouping.Reason,
            "language" => ReportGrouping.Language,
            _ => null,
        };
        return entered.Query.Problem is { } wrong ? wrong
            : !IsoWeek.IsWeek(week) ? Problems.QueryInvalid("week", "a week such as 2026-W09")
            : by is not { } grouping ? Problems.QueryInvalid("by", "one of all, brand, skill, reason, language")
            : new JsonAnswer<ReviewReport>(
                await entered.Service<ReviewReporter>().MakeAsync(week, grouping, cancellationToken), ReviewWebJson.Default.ReviewReport);
    }
}
