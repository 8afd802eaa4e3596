using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Capture;

namespace Pipeline.Web.Answers;

/// <summary>
/// Every problem the HTTP API answers with. A code is part of the API: once published it keeps its meaning. The codes of refused webhooks
/// (<see cref="Webhook"/>) come from the capture, which knows what a platform's webhook must be.
/// </summary>
public static class Problems
{
    private const string NotFoundCode = "not-found";
    private const string ConversationUnknownCode = "conversation-unknown";
    private const string MethodNotAllowedCode = "method-not-allowed";
    private const string QueryInvalidCode = "query-invalid";
    private const string QueryUnknownCode = "query-unknown";
    private const string BodyTooLargeCode = "body-too-large";
    private const string RequestBrokenCode = "request-broken";
    private const string InternalCode = "internal";

    /// <summary>404: no endpoint has this address.</summary>
    public static ProblemAnswer NotFound() => Of(
        StatusCodes.Status404NotFound, NotFoundCode, "Nothing is here.", "No endpoint has this address; openapi.json lists them all.");

    /// <summary>404: no conversation has this key.</summary>
    public static ProblemAnswer ConversationUnknown() => Of(
        StatusCodes.Status404NotFound,
        ConversationUnknownCode,
        "The conversation is not known.",
        "No message of a conversation with this key has been recorded. Keys look like platform~account~id; transcripts lists them.",
        "key");

    /// <summary>405: the address is right and the method is not.</summary>
    public static ProblemAnswer MethodNotAllowed() => Of(
        StatusCodes.Status405MethodNotAllowed,
        MethodNotAllowedCode,
        "The method is not allowed here.",
        "This address exists and takes another method: see the Allow header or openapi.json.");

    /// <summary>400: a query parameter has a value it cannot have.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="expected">What it must be, as the end of "… must be".</param>
    public static ProblemAnswer QueryInvalid(string name, string expected) => Of(
        StatusCodes.Status400BadRequest, QueryInvalidCode, "A query parameter is not valid.", $"{name} must be {expected}.", name);

    /// <summary>400: a query parameter that does not exist, probably misspelt.</summary>
    /// <param name="name">The parameter as sent.</param>
    /// <param name="known">The parameters that exist.</param>
    public static ProblemAnswer QueryUnknown(string name, IEnumerable<string> known) => Of(
        StatusCodes.Status400BadRequest,
        QueryUnknownCode,
        "A query parameter is not known.",
        $"This address takes {string.Join(", ", known)}; any other parameter is refused so that a misspelt one is not missed.",
        name);

    /// <summary>413: the body is over the configured limit.</summary>
    /// <param name="maxBytes">The limit.</param>
    public static ProblemAnswer BodyTooLarge(int maxBytes) => Of(
        StatusCodes.Status413PayloadTooLarge,
        BodyTooLargeCode,
        "The body is too large.",
        string.Create(CultureInfo.InvariantCulture, $"The body may have {maxBytes} bytes (setting Platforms:MaxBodyBytes)."));

    /// <summary>400, 408 …: the HTTP request itself broke, such as a body that ended before its declared length.</summary>
    /// <param name="status">The status that the server gave it.</param>
    public static ProblemAnswer RequestBroken(int status) => Of(
        status, RequestBrokenCode, "The request could not be read.", "The request broke off or is not well-formed HTTP; send it again.");

    /// <summary>500: our fault. What happened is in the log, not in the answer.</summary>
    public static ProblemAnswer Internal() => Of(
        StatusCodes.Status500InternalServerError,
        InternalCode,
        "Something failed on our side.",
        "The request was not processed. Send it again; if it goes on failing, the administrator finds the cause in the log.");

    /// <summary>A refused webhook.</summary>
    public static ProblemAnswer Webhook(WebhookProblem problem) =>
        Of(problem.Status, problem.Code, problem.Title, problem.Detail, problem.Field);

    private static ProblemAnswer Of(int status, string code, string title, string detail, string? field = null) => new(new Problem
    {
        Type = Problem.TypePrefix + code,
        Title = title,
        Status = status,
        Detail = detail,
        Field = field,
    });
}
