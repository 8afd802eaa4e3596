using Microsoft.AspNetCore.Http;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Knowledge;

/// <summary>The problems of the knowledge loop: see <see cref="Problems"/>.</summary>
internal static class KnowledgeProblems
{
    /// <summary>An act on a question that was not done.</summary>
    public static ProblemAnswer Of(QuestionChange change) => change.Refusal switch
    {
        QuestionRefusal.TakenByAnother => Make(
            StatusCodes.Status409Conflict, "question-taken", "Somebody else has the question.", "Its owner looks for the answer: ask them, or answer it all the same."),
        QuestionRefusal.Answered => Make(
            StatusCodes.Status409Conflict, "question-answered", "The question has an answer.", "Its answer is in the library, or waits there for a peer: read the question."),
        QuestionRefusal.AnswerInvalid => Problems.BodyInvalid(change.Field, change.Problem!),
        _ => Unknown("question", "The question is not known.", "No question of the register has this id; the list of questions has them all."),
    };

    /// <summary>404: no session has this id.</summary>
    public static ProblemAnswer SessionUnknown(string? field = null) =>
        Unknown("session", "The session is not known.", "No session has this id; the list of sessions has them all.", field);

    /// <summary>409: the session does not go on now.</summary>
    public static ProblemAnswer SessionOver() => Make(
        StatusCodes.Status409Conflict, "session-over", "The session does not go on now.", "It has not begun, or has ended: ask without it.", "session");

    /// <summary>409: a session has this id already.</summary>
    public static ProblemAnswer SessionExists() =>
        Make(StatusCodes.Status409Conflict, "session-exists", "The id is taken.", "Another session has this id: choose another.", "id");

    /// <summary>404: no digest has this id.</summary>
    public static ProblemAnswer DigestUnknown() =>
        Unknown("digest", "The digest is not known.", "No digest has this id; the list of digests has them all.");

    /// <summary>404: no request has this id.</summary>
    public static ProblemAnswer RequestUnknown() =>
        Unknown("request", "The request is not known.", "No request to a colleague has this id; the list of requests has those that wait.");

    /// <summary>404: the glossary has no such entry.</summary>
    public static ProblemAnswer EntryUnknown() => Unknown(
        "entry", "The glossary has no such entry.", "No entry has this language, abbreviation and trade.");

    /// <summary>403: the setting is somebody else's.</summary>
    public static ProblemAnswer NotYours() => Make(
        StatusCodes.Status403Forbidden,
        "not-yours",
        "The choice is the advisor's own.",
        "Only the advisor whose id the address has, and whose key or sign-in has that name, says whether they want to be named.",
        "id");

    private static ProblemAnswer Unknown(string what, string title, string detail, string? field = null) =>
        Make(StatusCodes.Status404NotFound, $"{what}-unknown", title, detail, field ?? "id");

    private static ProblemAnswer Make(int status, string code, string title, string detail, string? field = null) => new(new Problem
    {
        Type = Problem.TypePrefix + code,
        Title = title,
        Status = status,
        Detail = detail,
        Field = field,
    });
}
