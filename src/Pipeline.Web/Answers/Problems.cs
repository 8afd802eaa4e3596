using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Capture;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Handover;
using Pipeline.Web.Access;

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
    private const string BodyInvalidCode = "body-invalid";
    private const string MediaTypeUnsupportedCode = "media-type-unsupported";
    private const string DeadLetterUnknownCode = "dead-letter-unknown";
    private const string SuggestionUnknownCode = "suggestion-unknown";
    private const string SuggestionWithdrawnCode = "suggestion-withdrawn";
    private const string FloorTakenCode = "floor-taken";
    private const string ConversationMovedOnCode = "conversation-moved-on";
    private const string FloorClaimedCode = "floor-claimed";
    private const string HandoverImpossibleCode = "handover-impossible";
    private const string WebhookUnprovenCode = "webhook-unproven";
    private const string PlatformAccountUnknownCode = "platform-account-unknown";
    private const string AdvisorUnknownCode = "advisor-unknown";
    private const string HistoryMissingCode = "history-missing";
    private const string AccessUnprovenCode = "access-unproven";
    private const string RoleMissingCode = "role-missing";
    private const string SkillMissingCode = "skill-missing";
    private const string TooManyRequestsCode = "too-many-requests";
    private const string AuditUnavailableCode = "audit-unavailable";
    private const string StorageUnavailableCode = "storage-unavailable";
    private const string CustomerUnknownCode = "customer-unknown";
    private const string ErasureUnknownCode = "erasure-unknown";
    private const string LegalHoldCode = "legal-hold";
    private const string ConfigurationMissingCode = "configuration-missing";
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

    /// <summary>404: nothing is kept of a customer.</summary>
    public static ProblemAnswer CustomerUnknown() => Of(
        StatusCodes.Status404NotFound,
        CustomerUnknownCode,
        "The customer is not known.",
        "No conversation of a customer with this id is kept. The id is the platform's own, as its webhooks tell it.",
        "id");

    /// <summary>404: no erasure has this id.</summary>
    public static ProblemAnswer ErasureUnknown() => Of(
        StatusCodes.Status404NotFound, ErasureUnknownCode, "The erasure is not known.", "No erasure has this id; erasures lists them.", "id");

    /// <summary>409: a legal hold keeps it.</summary>
    /// <param name="reason">The reason of the hold.</param>
    public static ProblemAnswer LegalHold(string reason) => Of(
        StatusCodes.Status409Conflict,
        LegalHoldCode,
        "A legal hold keeps this from being erased.",
        $"The hold has the reason {reason}. Nothing was erased; holds lists all holds, and who put them.");

    /// <summary>409: this host has no such thing.</summary>
    /// <param name="what">A sentence that says what is missing.</param>
    public static ProblemAnswer ConfigurationMissing(string what) => Of(
        StatusCodes.Status409Conflict, ConfigurationMissingCode, "This host has no such thing.", what);

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

    /// <summary>400: the words of a search cannot be searched by.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="detail">What is wrong, for the one who typed them.</param>
    public static ProblemAnswer QueryWords(string name, string detail) => Of(
        StatusCodes.Status400BadRequest, QueryInvalidCode, "A query parameter is not valid.", detail, name);

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

    /// <summary>413: the body of an order is over the limit.</summary>
    /// <param name="maxBytes">The limit.</param>
    public static ProblemAnswer OrderTooLarge(int maxBytes) => Of(
        StatusCodes.Status413PayloadTooLarge,
        BodyTooLargeCode,
        "The body is too large.",
        string.Create(CultureInfo.InvariantCulture, $"The body may have {maxBytes} bytes: send several smaller orders."));

    /// <summary>400: the body of an order is not what it must be.</summary>
    /// <param name="field">The property that is wrong; null for the body as a whole.</param>
    /// <param name="detail">What it must be, as a sentence.</param>
    public static ProblemAnswer BodyInvalid(string? field, string detail) =>
        Of(StatusCodes.Status400BadRequest, BodyInvalidCode, "The body is not valid.", detail, string.IsNullOrEmpty(field) ? null : field);

    /// <summary>415: the body is not said to be JSON.</summary>
    public static ProblemAnswer MediaTypeUnsupported() => Of(
        StatusCodes.Status415UnsupportedMediaType,
        MediaTypeUnsupportedCode,
        "The body is not of a kind that is taken here.",
        "The header Content-Type must be application/json.",
        "Content-Type");

    /// <summary>404: no dead letter has this source and number.</summary>
    public static ProblemAnswer DeadLetterUnknown() => Of(
        StatusCodes.Status404NotFound,
        DeadLetterUnknownCode,
        "The dead letter is not known.",
        "No dead letter has this source and number: it never was one, or was replayed or purged. "
        + "In the address a subscription is written topic~subscription; deadletters?source=… lists what there is.");

    /// <summary>413: the body of feedback is over the limit.</summary>
    /// <param name="maxBytes">The limit.</param>
    public static ProblemAnswer FeedbackTooLarge(int maxBytes) => Of(
        StatusCodes.Status413PayloadTooLarge,
        BodyTooLargeCode,
        "The body is too large.",
        string.Create(CultureInfo.InvariantCulture, $"The body may have {maxBytes} bytes."));

    /// <summary>404: no suggestion has this id.</summary>
    public static ProblemAnswer SuggestionUnknown() => Of(
        StatusCodes.Status404NotFound,
        SuggestionUnknownCode,
        "The suggestion is not known.",
        "No suggestion with this id was made for the message that the version names; read the suggestions again.",
        "suggestionId");

    /// <summary>409: the suggestion must not be used any more.</summary>
    /// <param name="reason">Why.</param>
    public static ProblemAnswer SuggestionWithdrawn(WithdrawalReason reason) => Of(
        StatusCodes.Status409Conflict,
        SuggestionWithdrawnCode,
        "The suggestion was withdrawn.",
        $"It does not answer the conversation as it stands ({JsonNamingPolicy.CamelCase.ConvertName(reason.ToString())}): "
        + "read the suggestions again.",
        "version");

    /// <summary>409: a bot may not send its message.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="cause">What gave the word to whoever has it.</param>
    public static ProblemAnswer FloorRefused(FloorRefusal refusal, FloorCause cause) => refusal switch
    {
        FloorRefusal.PersonHasTheWord => Of(
            StatusCodes.Status409Conflict,
            FloorTakenCode,
            "A person has the word.",
            $"The message must not be sent ({JsonNamingPolicy.CamelCase.ConvertName(cause.ToString())}): a bot writes again only after a close, "
            + "or once a person hands the conversation back."),
        FloorRefusal.ConversationMovedOn => Of(
            StatusCodes.Status409Conflict,
            ConversationMovedOnCode,
            "The conversation has moved on.",
            "The message answers a conversation that is not this one any more, and must not be sent: read the floor again.",
            "version"),
        _ => Of(
            StatusCodes.Status409Conflict,
            FloorClaimedCode,
            "Another message has leave.",
            "Leave is given to one message for each version of the conversation, and another id has it.",
            "id"),
    };

    /// <summary>409: a conversation cannot be handed over now.</summary>
    /// <param name="obstacle">Why.</param>
    public static ProblemAnswer HandoverImpossible(HandoverObstacle obstacle) => Of(
        StatusCodes.Status409Conflict,
        HandoverImpossibleCode,
        "The conversation cannot be handed over now.",
        obstacle switch
        {
            HandoverObstacle.NotRouted => "It was not routed yet: an advisor is about to be found for it.",
            HandoverObstacle.Closed => "It is closed.",
            _ => "Another advisor has it than advisorId says: it was handed over already.",
        },
        obstacle == HandoverObstacle.HeldByAnother ? "advisorId" : null);

    /// <summary>404: no such account is configured at such a platform.</summary>
    public static ProblemAnswer PlatformAccountUnknown() => Of(
        StatusCodes.Status404NotFound,
        PlatformAccountUnknownCode,
        "The account is not known.",
        "No account of this name is configured at a platform of this name; platforms lists them all.");

    /// <summary>404: no advisor has this id.</summary>
    public static ProblemAnswer AdvisorUnknown() => Of(
        StatusCodes.Status404NotFound, AdvisorUnknownCode, "The advisor is not known.", "No advisor has this id; advisors lists them all.", "id");

    /// <summary>409: the account's history cannot be read.</summary>
    public static ProblemAnswer HistoryMissing() => Of(
        StatusCodes.Status409Conflict,
        HistoryMissingCode,
        "The account's history is not read.",
        "The account has no HistoryAddress (setting Platforms:Accounts:n:HistoryAddress), so that there is nothing to compare with.");

    /// <summary>401: the caller did not prove who they are.</summary>
    public static ProblemAnswer AccessUnproven() => Of(
        StatusCodes.Status401Unauthorized,
        AccessUnprovenCode,
        "Access needs a key, or a sign-in.",
        "Send an access key as the header 'Authorization: Bearer <key>' or X-Api-Key; where Azure signs users in, sign in with a role. "
        + "Without configured keys (setting Access:Keys) only a host that listens on its own machine alone answers.");

    /// <summary>403: the caller's role is not one of those needed.</summary>
    /// <param name="needed">The roles that may call.</param>
    public static ProblemAnswer RoleMissing(Roles needed) => Of(
        StatusCodes.Status403Forbidden,
        RoleMissingCode,
        "The role does not allow this.",
        $"This address is for {string.Join(" or ", AccessKeys.RoleNames.Where(name => (AccessKeys.RoleOf(name) & needed) != 0))}.");

    /// <summary>403: the conversation needs a skill that the advisor's key does not have.</summary>
    public static ProblemAnswer SkillMissing() => Of(
        StatusCodes.Status403Forbidden,
        SkillMissingCode,
        "The conversation belongs to another skill.",
        "The key reads only conversations of its own skills; an administrator can add the skill to it.");

    /// <summary>429: the caller made too many requests.</summary>
    public static ProblemAnswer TooManyRequests() => Of(
        StatusCodes.Status429TooManyRequests,
        TooManyRequestsCode,
        "Too many requests.",
        "Wait as long as the header Retry-After says (settings Access:RequestsPerSecond and Access:Burst).");

    /// <summary>429: the caller holds too many live connections.</summary>
    public static ProblemAnswer TooManyWatchers() => Of(
        StatusCodes.Status429TooManyRequests,
        TooManyRequestsCode,
        "Too many live connections.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"One caller may follow live changes over {WatcherLimits.MaxWatchers} connections; close some first."));

    /// <summary>503: a reading could not be audited.</summary>
    public static ProblemAnswer AuditUnavailable() => Of(
        StatusCodes.Status503ServiceUnavailable,
        AuditUnavailableCode,
        "The reading could not be audited.",
        "Transcripts are shown only when it can be written down who reads them. Try again; the administrator finds the cause in the log.");

    /// <summary>503: what was asked can't be written now, and nothing of it was. A platform sends its webhook again.</summary>
    public static ProblemAnswer StorageUnavailable() => new(
        ProblemOf(
            StatusCodes.Status503ServiceUnavailable,
            StorageUnavailableCode,
            "The storage can't be written now.",
            "Nothing of the request was kept. Send it again when the header Retry-After says; the administrator finds the cause in the log."),
        TimeSpan.FromSeconds(10));

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

    /// <summary>
    /// A refused webhook. Whoever did not prove to be the platform is told that and no more; what is wrong with the body of one who did is told.
    /// </summary>
    public static ProblemAnswer Webhook(WebhookProblem problem) => problem.IsUnproven
        ? Of(
            problem.Status,
            WebhookUnprovenCode,
            "The webhook does not prove that it comes from the platform.",
            "Why stands in the log and in the metric pipeline.webhook.refused; platforms/{platform}/test tells an administrator.")
        : Of(problem.Status, problem.Code, problem.Title, problem.Detail, problem.Field);

    private static ProblemAnswer Of(int status, string code, string title, string detail, string? field = null) =>
        new(ProblemOf(status, code, title, detail, field));

    private static Problem ProblemOf(int status, string code, string title, string detail, string? field = null) => new()
    {
        Type = Problem.TypePrefix + code,
        Title = title,
        Status = status,
        Detail = detail,
        Field = field,
    };
}
