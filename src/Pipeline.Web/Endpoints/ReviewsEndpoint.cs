using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Review;
using Pipeline.Quality.Review.Calibration;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Reviews of a conversation.</summary>
public static class ReviewsEndpoint
{
    private const string Example = """{"scorecard":"default"}""";

    /// <summary>Begins a review, or finds the one that was begun.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "BeginReview", key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        var (order, problem) = await JsonOrder.ReadAsync(request, ReviewWebJson.Default.BeginReviewOrder, Example, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        var scorecard = order.Scorecard ?? "default";
        if (!ReviewRequest.IsId(scorecard))
        {
            return ReviewProblems.ScorecardUnknown();
        }

        if (order.Calibration is { } id)
        {
            var round = ReviewRequest.IsId(id) ? await entered.Service<CalibrationDesk>().FindAsync(id, cancellationToken) : null;
            if (round is null || !round.Conversations.Contains(key) || round.ScorecardId != scorecard)
            {
                return Problems.BodyInvalid("calibration", "calibration must be a round of this conversation and scorecard.");
            }

            if (!round.Reviewers.Contains(entered.Caller))
            {
                return ReviewProblems.NotYours();
            }
        }

        if (await entered.ReadAsync(key, "BeginReview", cancellationToken) is { } unaudited)
        {
            return unaudited;
        }

        var outcome = await entered.Service<ReviewDesk>().BeginAsync(
            key, scorecard, entered.Caller, order.Sample, order.Calibration, cancellationToken);
        return outcome.Refusal == ReviewRefusal.Unknown ? Problems.ConversationUnknown() : Answer(request, outcome);
    }

    /// <summary>The reviews of a conversation that the caller may see.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "ConversationReviews", key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        if (await entered.ReadAsync(key, "ConversationReviews", cancellationToken) is { } unaudited)
        {
            return unaudited;
        }

        var reviews = new List<ConversationReview>();
        foreach (var review in await entered.Service<ReviewDesk>().OfAsync(key, cancellationToken))
        {
            if (await MaySeeAsync(entered, review, cancellationToken))
            {
                reviews.Add(review);
            }
        }

        return new JsonAnswer<ReviewsAnswer>(new(reviews), ReviewWebJson.Default.ReviewsAnswer);
    }

    /// <summary>One review.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, "Review", key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        return await FindAsync(entered, key, id, cancellationToken) is not { } stored
            ? ReviewProblems.Of(ReviewRefusal.Unknown, null)
            : await entered.ReadAsync(key, "Review", cancellationToken) ?? (IResult)Answer(request, new ReviewOutcome(stored));
    }

    /// <summary>Answers questions of a draft.</summary>
    public static Task<IResult> PutOneAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken) =>
        ChangeAsync(request, "AnswerReview", key, id, ReviewWebJson.Default.ReviewAnswersOrder, async (desk, stored, caller, order) =>
            order.Answers is null ? Problems.BodyInvalid("answers", "answers must be given.")
            : order.Comment?.Length > ReviewDesk.MaxComment ? TooLong("comment")
            : Answer(request, await desk.AnswerAsync(stored, caller, order.Answers, order.Comment, cancellationToken)), cancellationToken);

    /// <summary>Hands a draft in.</summary>
    public static Task<IResult> PostSubmitAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken) =>
        StepAsync(request, "SubmitReview", key, id, async (desk, stored, caller, _) =>
            Answer(request, await desk.SubmitAsync(stored, caller, cancellationToken)), cancellationToken);

    /// <summary>The advisor takes the review.</summary>
    public static Task<IResult> PostAcknowledgeAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken) =>
        StepAsync(request, "AcknowledgeReview", key, id, async (desk, stored, caller, _) =>
            Answer(request, await desk.RespondAsync(stored, caller, null, cancellationToken)), cancellationToken);

    /// <summary>The advisor appeals.</summary>
    public static Task<IResult> PostAppealAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken) =>
        StepAsync(request, "AppealReview", key, id, async (desk, stored, caller, order) =>
            string.IsNullOrWhiteSpace(order.Comment) ? Problems.BodyInvalid("comment", "comment must say why.")
            : order.Comment.Length > ReviewDesk.MaxComment ? TooLong("comment")
            : Answer(request, await desk.RespondAsync(stored, caller, order.Comment, cancellationToken)), cancellationToken);

    /// <summary>Another reviewer decides about an appeal.</summary>
    public static Task<IResult> PostDecideAsync(HttpRequest request, string key, string id, CancellationToken cancellationToken) =>
        StepAsync(request, "DecideAppeal", key, id, async (desk, stored, caller, order) =>
            order.Upheld is not { } upheld ? Problems.BodyInvalid("upheld", "upheld must be given.")
            : order.Comment?.Length > ReviewDesk.MaxComment ? TooLong("comment")
            : order.Answers is not null && !upheld ? Problems.BodyInvalid("answers", "answers go with an appeal that is upheld.")
            : Answer(request, await desk.DecideAsync(stored, caller, upheld, order.Answers, order.Comment, cancellationToken)), cancellationToken);

    private static Task<IResult> StepAsync(
        HttpRequest request,
        string endpoint,
        string key,
        string id,
        Func<ReviewDesk, StoredReview, string, ReviewStepOrder, Task<IResult>> actAsync,
        CancellationToken cancellationToken) =>
        ChangeAsync(request, endpoint, key, id, ReviewWebJson.Default.ReviewStepOrder, actAsync, cancellationToken);

    private static async Task<IResult> ChangeAsync<TOrder>(
        HttpRequest request,
        string endpoint,
        string key,
        string id,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<TOrder> type,
        Func<ReviewDesk, StoredReview, string, TOrder, Task<IResult>> actAsync,
        CancellationToken cancellationToken)
        where TOrder : class
    {
        var (entered, refusal) = await ReviewRequest.EnterAsync(request, endpoint, key, cancellationToken);
        if (entered is null)
        {
            return refusal!;
        }

        var (order, problem) = await TextBody.ReadAsync(request, type, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (await FindAsync(entered, key, id, cancellationToken) is not { } stored)
        {
            return ReviewProblems.Of(ReviewRefusal.Unknown, null);
        }

        if (request.Headers.IfMatch.Count == 0)
        {
            return LibraryProblems.IfMatchMissing();
        }

        if (request.Headers.IfMatch != TextTag.Of(stored.ETag))
        {
            return ReviewProblems.Of(ReviewRefusal.Changed, null);
        }

        return await entered.ChangeAsync(key, endpoint, cancellationToken)
            ?? await actAsync(entered.Service<ReviewDesk>(), stored, entered.Caller, order);
    }

    private static async Task<StoredReview?> FindAsync(ReviewRequest entered, string key, string id, CancellationToken cancellationToken) =>
        ReviewRequest.IsId(id)
        && await entered.Service<ReviewDesk>().FindAsync(key, id, cancellationToken) is { } stored
        && await MaySeeAsync(entered, stored.Review, cancellationToken)
            ? stored
            : null;

    // An advisor sees what was handed in about their own conversations; reviewers see all but what they must be blind to.
    private static async Task<bool> MaySeeAsync(ReviewRequest entered, ConversationReview review, CancellationToken cancellationToken) =>
        entered.IsQuality
            ? !await entered.Service<CalibrationDesk>().IsBlindAsync(review, entered.Caller, cancellationToken)
            : review.AdvisorId == entered.Caller && review is { CalibrationId: null, State: not ReviewState.Draft };

    private static IResult Answer(HttpRequest request, ReviewOutcome outcome)
    {
        if (outcome.Stored is not { } stored)
        {
            return ReviewProblems.Of(outcome.Refusal!.Value, outcome.Field);
        }

        var tag = TextTag.Of(stored.ETag);
        request.HttpContext.Response.Headers.ETag = tag;
        return new JsonAnswer<ReviewAnswer>(new(stored.Review, tag), ReviewWebJson.Default.ReviewAnswer);
    }

    private static ProblemAnswer TooLong(string field) =>
        Problems.BodyInvalid(field, $"{field} may have {ReviewDesk.MaxComment} characters.");
}
