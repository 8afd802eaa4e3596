using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Exchange;

namespace Pipeline.Web.Answers;

/// <summary>The problems of editing the library: see <see cref="Answers.Problems"/>.</summary>
internal static class LibraryProblems
{
    /// <summary>The most problems of a file that one answer tells.</summary>
    public const int MaxTold = 1_000;

    /// <summary>An edit that was not made.</summary>
    public static ProblemAnswer Of(EditRefusal refusal) => refusal switch
    {
        EditRefusal.Unknown => Make(
            StatusCodes.Status404NotFound,
            "text-unknown",
            "The text is not known.",
            "No text of the library has this language and id; the list of phrases or articles has them all."),
        EditRefusal.Exists => Make(
            StatusCodes.Status409Conflict,
            "text-exists",
            "The id is taken.",
            "A text of this language has this id already: choose another, or change that one.",
            "id"),
        EditRefusal.Changed => Make(
            StatusCodes.Status412PreconditionFailed,
            "text-changed",
            "Somebody changed it meanwhile.",
            "If-Match is not the ETag that the text has now: read it again, look at what changed, and send the edit with the new ETag.",
            "If-Match"),
        EditRefusal.OwnText => Make(
            StatusCodes.Status403Forbidden,
            "peer-missing",
            "A peer must approve.",
            "The author of a version cannot be the one who approves it: ask a colleague."),
        EditRefusal.NoDraft => Make(
            StatusCodes.Status409Conflict,
            "draft-missing",
            "There is no draft to approve.",
            "The newest version is approved already, or the text is retired: change it to make a new draft."),
        _ => Make(StatusCodes.Status409Conflict, "text-retired", "The text is retired.", "It was taken back already."),
    };

    /// <summary>404: no past reply has this id.</summary>
    public static ProblemAnswer ReplyUnknown() => Make(
        StatusCodes.Status404NotFound,
        "reply-unknown",
        "The reply is not known.",
        "No past reply has this id; the list of replies of a brand and language has those that are offered.",
        "id");

    /// <summary>428: the edit does not say which state it is an edit of.</summary>
    public static ProblemAnswer IfMatchMissing() => Make(
        StatusCodes.Status428PreconditionRequired,
        "if-match-missing",
        "The edit does not say what it is an edit of.",
        "Send the ETag that the text had when you read it as the header If-Match, so that nobody's change is lost.",
        "If-Match");

    /// <summary>400: a file has problems, and nothing of it was imported.</summary>
    public static ProblemAnswer ImportInvalid(IReadOnlyList<ImportProblem> problems) => Make(
        StatusCodes.Status400BadRequest,
        "import-invalid",
        "The file can't be imported.",
        string.Create(CultureInfo.InvariantCulture, $"It has {problems.Count} problems, of which the first {MaxTold} at most follow; nothing was imported."),
        problems: [.. problems.Take(MaxTold)]);

    /// <summary>409: texts changed while a file was written.</summary>
    public static ProblemAnswer ImportInterrupted() => Make(
        StatusCodes.Status409Conflict,
        "import-interrupted",
        "The library was changed meanwhile.",
        "Part of the file may be imported. Import it again: what is in the library already stays as it is.");

    /// <summary>400: a text has problems.</summary>
    public static ProblemAnswer TextInvalid(string? id, IReadOnlyList<FieldProblem> problems) => Make(
        StatusCodes.Status400BadRequest,
        "text-invalid",
        "The text is not valid.",
        $"{problems[0].Field}: {problems[0].Problem}",
        problems[0].Field,
        [.. problems.Select(problem => new ImportProblem(1, problem.Field, id, problem.Problem))]);

    /// <summary>413: the body is over the limit.</summary>
    public static ProblemAnswer TooLarge(int maxBytes) => Make(
        StatusCodes.Status413PayloadTooLarge,
        "body-too-large",
        "The body is too large.",
        string.Create(CultureInfo.InvariantCulture, $"The body may have {maxBytes} bytes."));

    /// <summary>415: the file is of no kind that is read.</summary>
    public static ProblemAnswer FileUnsupported() => Make(
        StatusCodes.Status415UnsupportedMediaType,
        "media-type-unsupported",
        "The body is not of a kind that is taken here.",
        "The header Content-Type must be text/csv or application/json.",
        "Content-Type");

    /// <summary>503: a change could not be audited.</summary>
    public static ProblemAnswer AuditUnavailable() => Make(
        StatusCodes.Status503ServiceUnavailable,
        "audit-unavailable",
        "The change could not be audited.",
        "The library is changed only when it can be written down who does it. Try again; the administrator finds the cause in the log.");

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
