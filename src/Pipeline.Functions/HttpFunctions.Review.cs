using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

// The endpoints of quality review.
public static partial class HttpFunctions
{
    /// <summary>The scorecards in force.</summary>
    [Function("Scorecards")]
    public static Task<IResult> ScorecardsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/scorecards")] HttpRequest request,
        CancellationToken cancellationToken) => ScorecardsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>One scorecard.</summary>
    [Function("Scorecard")]
    public static Task<IResult> ScorecardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/scorecards/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => ScorecardsEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>Puts a scorecard in force.</summary>
    [Function("ChangeScorecard")]
    public static Task<IResult> ChangeScorecardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "review/scorecards/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => ScorecardsEndpoint.PutAsync(request, id, cancellationToken);

    /// <summary>The versions of a scorecard.</summary>
    [Function("ScorecardVersions")]
    public static Task<IResult> ScorecardVersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/scorecards/{id}/versions")] HttpRequest request, string id,
        CancellationToken cancellationToken) => ScorecardsEndpoint.GetVersionsAsync(request, id, cancellationToken);

    /// <summary>The samples that were drawn.</summary>
    [Function("Samples")]
    public static Task<IResult> SamplesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/samples")] HttpRequest request,
        CancellationToken cancellationToken) => SamplesEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Draws a sample.</summary>
    [Function("DrawSample")]
    public static Task<IResult> DrawSampleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/samples")] HttpRequest request,
        CancellationToken cancellationToken) => SamplesEndpoint.PostAsync(request, cancellationToken);

    /// <summary>One sample.</summary>
    [Function("Sample")]
    public static Task<IResult> SampleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/samples/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => SamplesEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>Draws a sample again.</summary>
    [Function("RedrawSample")]
    public static Task<IResult> RedrawSampleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/samples/{id}/redraw")] HttpRequest request, string id,
        CancellationToken cancellationToken) => SamplesEndpoint.PostRedrawAsync(request, id, cancellationToken);

    /// <summary>The caller's reviews.</summary>
    [Function("Reviews")]
    public static Task<IResult> ReviewsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/reviews")] HttpRequest request,
        CancellationToken cancellationToken) => ReviewListsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>What the reviews of a week found.</summary>
    [Function("ReviewReport")]
    public static Task<IResult> ReviewReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/report")] HttpRequest request,
        CancellationToken cancellationToken) => ReviewListsEndpoint.GetReportAsync(request, cancellationToken);

    /// <summary>The calibration rounds.</summary>
    [Function("Calibrations")]
    public static Task<IResult> CalibrationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/calibrations")] HttpRequest request,
        CancellationToken cancellationToken) => CalibrationsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Sets a calibration round up.</summary>
    [Function("BeginCalibration")]
    public static Task<IResult> BeginCalibrationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/calibrations")] HttpRequest request,
        CancellationToken cancellationToken) => CalibrationsEndpoint.PostAsync(request, cancellationToken);

    /// <summary>One calibration round.</summary>
    [Function("Calibration")]
    public static Task<IResult> CalibrationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/calibrations/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => CalibrationsEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>The conversations in which something stands corrected.</summary>
    [Function("CorrectedConversations")]
    public static Task<IResult> CorrectedConversationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review/corrections")] HttpRequest request,
        CancellationToken cancellationToken) => CorrectionsEndpoint.GetAllAsync(request, cancellationToken);

    /// <summary>The reviews of a conversation.</summary>
    [Function("ConversationReviews")]
    public static Task<IResult> ConversationReviewsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/reviews")] HttpRequest request, string key,
        CancellationToken cancellationToken) => ReviewsEndpoint.GetAsync(request, key, cancellationToken);

    /// <summary>Begins a review.</summary>
    [Function("BeginReview")]
    public static Task<IResult> BeginReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/reviews")] HttpRequest request, string key,
        CancellationToken cancellationToken) => ReviewsEndpoint.PostAsync(request, key, cancellationToken);

    /// <summary>One review.</summary>
    [Function("Review")]
    public static Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/reviews/{id}")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => ReviewsEndpoint.GetOneAsync(request, key, id, cancellationToken);

    /// <summary>Answers questions of a review.</summary>
    [Function("AnswerReview")]
    public static Task<IResult> AnswerReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "conversations/{key}/reviews/{id}")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => ReviewsEndpoint.PutOneAsync(request, key, id, cancellationToken);

    /// <summary>Hands a review in.</summary>
    [Function("SubmitReview")]
    public static Task<IResult> SubmitReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/reviews/{id}/submit")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => ReviewsEndpoint.PostSubmitAsync(request, key, id, cancellationToken);

    /// <summary>The advisor takes a review.</summary>
    [Function("AcknowledgeReview")]
    public static Task<IResult> AcknowledgeReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/reviews/{id}/acknowledge")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => ReviewsEndpoint.PostAcknowledgeAsync(request, key, id, cancellationToken);

    /// <summary>The advisor appeals against a review.</summary>
    [Function("AppealReview")]
    public static Task<IResult> AppealReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/reviews/{id}/appeal")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => ReviewsEndpoint.PostAppealAsync(request, key, id, cancellationToken);

    /// <summary>Decides about an appeal.</summary>
    [Function("DecideAppeal")]
    public static Task<IResult> DecideAppealAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/reviews/{id}/decision")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => ReviewsEndpoint.PostDecideAsync(request, key, id, cancellationToken);

    /// <summary>The notes at the messages of a conversation.</summary>
    [Function("Annotations")]
    public static Task<IResult> AnnotationsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/annotations")] HttpRequest request, string key,
        CancellationToken cancellationToken) => AnnotationsEndpoint.GetAsync(request, key, cancellationToken);

    /// <summary>Notes something at a message.</summary>
    [Function("Annotate")]
    public static Task<IResult> AnnotateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/annotations")] HttpRequest request, string key,
        CancellationToken cancellationToken) => AnnotationsEndpoint.PostAsync(request, key, cancellationToken);

    /// <summary>Takes a note away.</summary>
    [Function("RemoveAnnotation")]
    public static Task<IResult> RemoveAnnotationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "conversations/{key}/annotations/{id}")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => AnnotationsEndpoint.DeleteAsync(request, key, id, cancellationToken);

    /// <summary>What persons corrected in a conversation.</summary>
    [Function("Corrections")]
    public static Task<IResult> CorrectionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/corrections")] HttpRequest request, string key,
        CancellationToken cancellationToken) => CorrectionsEndpoint.GetAsync(request, key, cancellationToken);

    /// <summary>Corrects what a program said.</summary>
    [Function("Correct")]
    public static Task<IResult> CorrectAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/corrections")] HttpRequest request, string key,
        CancellationToken cancellationToken) => CorrectionsEndpoint.PostAsync(request, key, cancellationToken);

    /// <summary>Takes a correction back.</summary>
    [Function("WithdrawCorrection")]
    public static Task<IResult> WithdrawCorrectionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "conversations/{key}/corrections/{id}")] HttpRequest request, string key, string id,
        CancellationToken cancellationToken) => CorrectionsEndpoint.DeleteAsync(request, key, id, cancellationToken);

    /// <summary>Thanks that customers meant.</summary>
    [Function("Thanks")]
    public static Task<IResult> ThanksAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "thanks")] HttpRequest request,
        CancellationToken cancellationToken) => AnnotationsEndpoint.GetThanksAsync(request, cancellationToken);
}
