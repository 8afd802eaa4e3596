using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Review.Calibration;
using Pipeline.Quality.Review.Samples;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Web.Answers;
using Pipeline.Web.Library;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Calibration rounds: the same conversations for several reviewers, blind.</summary>
public static class CalibrationsEndpoint
{
    /// <summary>Sets a round up.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "BeginCalibration");
        if (entered is null)
        {
            return refusal!;
        }

        var (order, problem) = await TextBody.ReadAsync(request, ReviewWebJson.Default.CalibrationOrder, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        var scorecard = order.Scorecard ?? "default";
        if (!ScorecardCheck.IsName(scorecard) || await entered.Service<ScorecardStore>().FindAsync(scorecard, cancellationToken) is null)
        {
            return ReviewProblems.ScorecardUnknown();
        }

        var conversations = order.Conversations;
        if (order.Sample is { } id)
        {
            if (!ReviewRequest.IsId(id) || await entered.Service<SampleDesk>().FindAsync(id, cancellationToken) is not { } sample)
            {
                return ReviewProblems.SampleUnknown();
            }

            conversations = sample.Conversations;
        }

        if (conversations is not { Count: >= 1 and <= CalibrationRound.MostConversations } || !conversations.All(KeyParameter.IsWellFormed))
        {
            return Problems.BodyInvalid(
                "conversations", $"conversations, or those of sample, must be 1 to {CalibrationRound.MostConversations} keys of conversations.");
        }

        if (order.Reviewers is not { Count: <= CalibrationRound.MostReviewers } reviewers
            || reviewers.Distinct(StringComparer.Ordinal).Count() < 2 || !reviewers.All(name => name is { Length: > 0 and <= 100 }))
        {
            return Problems.BodyInvalid("reviewers", $"reviewers must be 2 to {CalibrationRound.MostReviewers} names.");
        }

        return await entered.ChangeAsync("review~calibrations", "BeginCalibration", cancellationToken) is { } unaudited
            ? unaudited
            : new JsonAnswer<CalibrationRound>(
                await entered.Service<CalibrationDesk>().BeginAsync(scorecard, conversations, reviewers, entered.Caller, cancellationToken),
                ReviewWebJson.Default.CalibrationRound);
    }

    /// <summary>The rounds.</summary>
    public static async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Calibrations", "limit", "continuation");
        if (entered is null)
        {
            return refusal!;
        }

        var (limit, continuation, problem) = entered.Page();
        return problem is not null
            ? problem
            : new JsonAnswer<CalibrationPage>(
                await entered.Service<CalibrationDesk>().ListAsync(limit, continuation, cancellationToken), ReviewWebJson.Default.CalibrationPage);
    }

    /// <summary>How far a round is, and once it is over, how far its reviewers agree.</summary>
    public static async Task<IResult> GetOneAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (entered, refusal) = ReviewRequest.Enter(request, "Calibration");
        if (entered is null)
        {
            return refusal!;
        }

        var desk = entered.Service<CalibrationDesk>();
        return ReviewRequest.IsId(id) && await desk.FindAsync(id, cancellationToken) is { } round
            ? new JsonAnswer<CalibrationReport>(await desk.ReportAsync(round, cancellationToken), ReviewWebJson.Default.CalibrationReport)
            : ReviewProblems.CalibrationUnknown();
    }
}
