using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Review;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Suggestions.Exchange;

namespace Pipeline.Web.Answers;

/// <summary>The problems of quality review: see <see cref="Problems"/>.</summary>
internal static class ReviewProblems
{
    /// <summary>400: the scorecard is not valid, and where.</summary>
    public static ProblemAnswer Invalid(IReadOnlyList<ScorecardFault> faults) => Make(
        StatusCodes.Status400BadRequest,
        "scorecard-invalid",
        "The scorecard is not valid.",
        $"{faults[0].Path}: {faults[0].Problem}",
        faults[0].Path,
        [.. faults.Select(fault => new ImportProblem(1, fault.Path, null, fault.Problem))]);

    /// <summary>404: no such scorecard.</summary>
    public static ProblemAnswer ScorecardUnknown() => Make(
        StatusCodes.Status404NotFound, "scorecard-unknown", "The scorecard is not known.", "No scorecard has this id and version; review/scorecards lists them.");

    /// <summary>404: no such sample.</summary>
    public static ProblemAnswer SampleUnknown() => Make(
        StatusCodes.Status404NotFound, "sample-unknown", "The sample is not known.", "No sample has this id; review/samples lists them.");

    /// <summary>404: no such round.</summary>
    public static ProblemAnswer CalibrationUnknown() => Make(
        StatusCodes.Status404NotFound, "calibration-unknown", "The calibration is not known.", "No round has this id; review/calibrations lists them.");

    /// <summary>404: no such note.</summary>
    public static ProblemAnswer AnnotationUnknown() => Make(
        StatusCodes.Status404NotFound, "annotation-unknown", "The note is not known.", "The conversation has no note with this id.");

    /// <summary>403: somebody else's to do.</summary>
    public static ProblemAnswer NotYours() => Make(
        StatusCodes.Status403Forbidden,
        "review-not-yours",
        "This is for somebody else.",
        "The reviewer answers and hands in, the advisor of the conversation takes or appeals, another reviewer than the author decides, "
        + "and in a calibration nobody sees another's review before the round is over.");

    /// <summary>The scorecard was not saved.</summary>
    public static ProblemAnswer Of(ScorecardRefusal refusal) => refusal switch
    {
        ScorecardRefusal.Changed => Make(
            StatusCodes.Status412PreconditionFailed,
            "scorecard-changed",
            "Somebody changed the scorecard meanwhile.",
            "If-Match is not the ETag that it has now: read it again, look at what changed, and send the edit with the new ETag.",
            "If-Match"),
        ScorecardRefusal.VersionTaken => Make(
            StatusCodes.Status409Conflict,
            "scorecard-version-taken",
            "The version's name is taken.",
            "Reviews name the version that they were made by, so a name stands for one set of questions for ever: give this one a new name.",
            "version"),
        _ => Make(
            StatusCodes.Status413PayloadTooLarge,
            "body-too-large",
            "The scorecard is too long.",
            $"As JSON without blanks it may have {ScorecardStore.MostCharacters} characters."),
    };

    /// <summary>A step of a review was not taken.</summary>
    public static ProblemAnswer Of(ReviewRefusal refusal, string? field) => refusal switch
    {
        ReviewRefusal.Unknown => Make(
            StatusCodes.Status404NotFound, "review-unknown", "The review is not known.", "The conversation has no review with this id that you may see."),
        ReviewRefusal.ScorecardUnknown => ScorecardUnknown(),
        ReviewRefusal.Changed => Make(
            StatusCodes.Status412PreconditionFailed,
            "review-changed",
            "Somebody changed the review meanwhile.",
            "If-Match is not the ETag that it has now: read it again, and send the step with the new ETag.",
            "If-Match"),
        ReviewRefusal.WrongState => Make(
            StatusCodes.Status409Conflict,
            "review-state",
            "The review does not stand where this can be done.",
            "A draft is answered and handed in; what was handed in is taken or appealed against; an appeal is decided."),
        ReviewRefusal.Open => Make(
            StatusCodes.Status409Conflict, "conversation-open", "The conversation is still open.", "It can be reviewed once it is closed."),
        ReviewRefusal.AnswersInvalid => Make(
            StatusCodes.Status400BadRequest,
            "answers-invalid",
            "The answers are not valid.",
            $"{field}: the question does not exist, has no answer, or takes another one: yes as true or false, point within its scale, or notApplicable where it may.",
            field),
        _ => NotYours(),
    };

    /// <summary>A note was not kept.</summary>
    public static ProblemAnswer Of(AnnotationRefusal refusal) =>
        refusal == AnnotationRefusal.ConversationUnknown ? Problems.ConversationUnknown() : MessageUnknown();

    /// <summary>A correction was not taken.</summary>
    public static ProblemAnswer Of(CorrectionRefusal refusal) => refusal switch
    {
        CorrectionRefusal.ConversationUnknown => Problems.ConversationUnknown(),
        CorrectionRefusal.MessageUnknown => MessageUnknown(),
        CorrectionRefusal.NotScored => Make(
            StatusCodes.Status409Conflict,
            "message-not-scored",
            "The message was never scored.",
            "Only what a customer wrote is scored, and what was deleted is not any more: there is nothing to correct.",
            "messageId"),
        _ => Make(
            StatusCodes.Status404NotFound, "correction-unknown", "The correction is not known.", "The conversation has no correction with this id."),
    };

    private static ProblemAnswer MessageUnknown() => Make(
        StatusCodes.Status404NotFound, "message-unknown", "The message is not known.", "The conversation has no such message, or it was deleted.", "messageId");

    private static ProblemAnswer Make(
        int status, string code, string title, string detail, string? field = null, IReadOnlyList<ImportProblem>? problems = null) => new(new Problem
        {
            Type = Problem.TypePrefix + code,
            Title = title,
            Status = status,
            Detail = detail,
            Field = field,
            Problems = problems,
        });
}
