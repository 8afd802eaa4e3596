using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Reads and edits scorecards.</summary>
public static class ScorecardsEndpoint
{
    /// <summary>The scorecards in force.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Scorecards");
        return entered is null ? refusal! : Answer(await entered.Service<ScorecardStore>().ListAsync(cancellationToken));
    }

    /// <summary>One in force.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Scorecard");
        return entered is null ? refusal!
            : ScorecardCheck.IsName(id) && await entered.Service<ScorecardStore>().FindAsync(id, cancellationToken) is { } stored
                ? Answer(request, stored)
                : ReviewProblems.ScorecardUnknown();
    }

    /// <summary>The versions of one.</summary>
    public static async Task<IResult> GetVersionsAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "ScorecardVersions");
        return entered is null ? refusal!
            : ScorecardCheck.IsName(id) && await entered.Service<ScorecardStore>().VersionsAsync(id, cancellationToken) is { Count: > 0 } versions
                ? Answer(versions)
                : ReviewProblems.ScorecardUnknown();
    }

    /// <summary>Puts a scorecard in force: a new one, or with If-Match another version of one.</summary>
    public static async Task<IResult> PutAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "ChangeScorecard");
        if (entered is null)
        {
            return refusal!;
        }

        var (card, problem) = await TextBody.ReadAsync(request, ReviewWebJson.Default.Scorecard, cancellationToken);
        if (card is null)
        {
            return problem!;
        }

        if (ScorecardCheck.FaultsOf(card) is { Count: > 0 } faults)
        {
            return ReviewProblems.Invalid(faults);
        }

        if (card.Id != id)
        {
            return Problems.BodyInvalid("id", $"id: It must be that of the address, '{id}'.");
        }

        var store = entered.Service<ScorecardStore>();
        var before = await store.FindAsync(id, cancellationToken);
        if (before is null ? request.Headers.IfMatch.Count > 0 : request.Headers.IfMatch != TextTag.Of(before.ETag))
        {
            return request.Headers.IfMatch.Count == 0 ? LibraryProblems.IfMatchMissing() : ReviewProblems.Of(ScorecardRefusal.Changed);
        }

        if (await entered.ChangeAsync($"scorecard~{id}", "ChangeScorecard", cancellationToken) is { } unaudited)
        {
            return unaudited;
        }

        return await store.SaveAsync(card, before, entered.Caller, cancellationToken) is { } notSaved
            ? ReviewProblems.Of(notSaved)
            : Answer(request, (await store.FindAsync(id, cancellationToken))!);
    }

    private static JsonAnswer<ScorecardAnswer> Answer(HttpRequest request, StoredScorecard stored)
    {
        var answer = Of(stored);
        request.HttpContext.Response.Headers.ETag = answer.ETag;
        return new(answer, ReviewWebJson.Default.ScorecardAnswer);
    }

    private static JsonAnswer<ScorecardsAnswer> Answer(IReadOnlyList<StoredScorecard> stored) =>
        new(new([.. stored.Select(Of)]), ReviewWebJson.Default.ScorecardsAnswer);

    private static ScorecardAnswer Of(StoredScorecard stored) => new(stored.Card, TextTag.Of(stored.ETag), stored.SavedAt, stored.SavedBy);
}
