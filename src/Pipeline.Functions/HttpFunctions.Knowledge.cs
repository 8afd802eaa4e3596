using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

// The endpoints of the knowledge loop.
public static partial class HttpFunctions
{
    /// <summary>The register of open questions.</summary>
    [Function("Questions")]
    public static Task<IResult> QuestionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "questions")] HttpRequest request,
        CancellationToken cancellationToken) => QuestionsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Asks the register.</summary>
    [Function("AskQuestion")]
    public static Task<IResult> AskQuestionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "questions")] HttpRequest request,
        CancellationToken cancellationToken) => QuestionsEndpoint.PostAsync(request, cancellationToken);

    /// <summary>One question.</summary>
    [Function("Question")]
    public static Task<IResult> QuestionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "questions/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => QuestionsEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>Takes a question.</summary>
    [Function("TakeQuestion")]
    public static Task<IResult> TakeQuestionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "questions/{id}/take")] HttpRequest request, string id,
        CancellationToken cancellationToken) => QuestionsEndpoint.PostTakeAsync(request, id, cancellationToken);

    /// <summary>Answers a question.</summary>
    [Function("AnswerQuestion")]
    public static Task<IResult> AnswerQuestionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "questions/{id}/answer")] HttpRequest request, string id,
        CancellationToken cancellationToken) => QuestionsEndpoint.PostAnswerAsync(request, id, cancellationToken);

    /// <summary>Says that there is no answer, and why.</summary>
    [Function("CloseQuestion")]
    public static Task<IResult> CloseQuestionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "questions/{id}/close")] HttpRequest request, string id,
        CancellationToken cancellationToken) => QuestionsEndpoint.PostCloseAsync(request, id, cancellationToken);

    /// <summary>Writes down a tip beside a conversation.</summary>
    [Function("CaptureTip")]
    public static Task<IResult> CaptureTipAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/tips")] HttpRequest request, string key,
        CancellationToken cancellationToken) => NeighboursEndpoint.PostTipAsync(request, key, cancellationToken);

    /// <summary>Who can unstick a conversation.</summary>
    [Function("Peers")]
    public static Task<IResult> PeersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/peers")] HttpRequest request, string key,
        CancellationToken cancellationToken) => NeighboursEndpoint.GetPeersAsync(request, key, cancellationToken);

    /// <summary>Asks a colleague of another trade.</summary>
    [Function("AskNeighbour")]
    public static Task<IResult> AskNeighbourAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/requests")] HttpRequest request, string key,
        CancellationToken cancellationToken) => NeighboursEndpoint.PostRequestAsync(request, key, cancellationToken);

    /// <summary>The requests to colleagues that wait.</summary>
    [Function("NeighbourRequests")]
    public static Task<IResult> NeighbourRequestsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "requests")] HttpRequest request,
        CancellationToken cancellationToken) => NeighboursEndpoint.GetRequestsAsync(request, cancellationToken);

    /// <summary>Answers a colleague.</summary>
    [Function("AnswerNeighbour")]
    public static Task<IResult> AnswerNeighbourAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "requests/{id}/answer")] HttpRequest request, string id,
        CancellationToken cancellationToken) => NeighboursEndpoint.PostAnswerAsync(request, id, cancellationToken);

    /// <summary>Whether an advisor wants to be named.</summary>
    [Function("PeerConsent")]
    public static Task<IResult> PeerConsentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "advisors/{id}/consent")] HttpRequest request, string id,
        CancellationToken cancellationToken) => NeighboursEndpoint.GetConsentAsync(request, id, cancellationToken);

    /// <summary>Says whether an advisor wants to be named.</summary>
    [Function("PutPeerConsent")]
    public static Task<IResult> PutPeerConsentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "advisors/{id}/consent")] HttpRequest request, string id,
        CancellationToken cancellationToken) => NeighboursEndpoint.PutConsentAsync(request, id, cancellationToken);

    /// <summary>The glossary.</summary>
    [Function("Glossary")]
    public static Task<IResult> GlossaryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "glossary")] HttpRequest request,
        CancellationToken cancellationToken) => GlossaryEndpoint.GetAsync(request, cancellationToken);

    /// <summary>One entry of the glossary.</summary>
    [Function("GlossaryEntry")]
    public static Task<IResult> GlossaryEntryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "glossary/{language}/{abbreviation}")] HttpRequest request, string language, string abbreviation,
        CancellationToken cancellationToken) => GlossaryEndpoint.GetOneAsync(request, language, abbreviation, cancellationToken);

    /// <summary>Adds or changes an entry of the glossary.</summary>
    [Function("PutGlossaryEntry")]
    public static Task<IResult> PutGlossaryEntryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "glossary/{language}/{abbreviation}")] HttpRequest request, string language, string abbreviation,
        CancellationToken cancellationToken) => GlossaryEndpoint.PutOneAsync(request, language, abbreviation, cancellationToken);

    /// <summary>Takes an entry of the glossary back.</summary>
    [Function("RetireGlossaryEntry")]
    public static Task<IResult> RetireGlossaryEntryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "glossary/{language}/{abbreviation}")] HttpRequest request, string language, string abbreviation,
        CancellationToken cancellationToken) => GlossaryEndpoint.DeleteOneAsync(request, language, abbreviation, cancellationToken);

    /// <summary>The digests.</summary>
    [Function("Digests")]
    public static Task<IResult> DigestsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "digests")] HttpRequest request,
        CancellationToken cancellationToken) => DigestsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>One digest.</summary>
    [Function("Digest")]
    public static Task<IResult> DigestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "digests/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => DigestsEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>The sessions.</summary>
    [Function("Sessions")]
    public static Task<IResult> SessionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sessions")] HttpRequest request,
        CancellationToken cancellationToken) => SessionsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Calls a session.</summary>
    [Function("CallSession")]
    public static Task<IResult> CallSessionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sessions")] HttpRequest request,
        CancellationToken cancellationToken) => SessionsEndpoint.PostAsync(request, cancellationToken);

    /// <summary>One session.</summary>
    [Function("Session")]
    public static Task<IResult> SessionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sessions/{id}")] HttpRequest request, string id,
        CancellationToken cancellationToken) => SessionsEndpoint.GetOneAsync(request, id, cancellationToken);

    /// <summary>Copies a session to another site.</summary>
    [Function("CopySession")]
    public static Task<IResult> CopySessionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sessions/{id}/copies")] HttpRequest request, string id,
        CancellationToken cancellationToken) => SessionsEndpoint.PostCopyAsync(request, id, cancellationToken);
}
