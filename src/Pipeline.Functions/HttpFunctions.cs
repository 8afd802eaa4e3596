using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

/// <summary>
/// The endpoints of <see cref="RouteTable"/>, one function each, and no logic. All are <see cref="AuthorizationLevel.Anonymous"/> to the
/// Functions runtime: webhooks prove themselves by their signature, and each other handler checks the caller's role itself, by the settings
/// of the section Access.
/// </summary>
public static class HttpFunctions
{
    /// <summary>A platform tells what happened: answered when it is durable.</summary>
    [Function("Capture")]
    public static Task<IResult> CaptureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/{platform}/{account}")] HttpRequest request,
        string platform,
        string account,
        CancellationToken cancellationToken) => CaptureEndpoint.PostAsync(request, platform, account, cancellationToken);

    /// <summary>A conversation, whole.</summary>
    [Function("Conversation")]
    public static Task<IResult> ConversationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}")] HttpRequest request, string key,
        CancellationToken cancellationToken) => ConversationEndpoint.GetAsync(request, key, cancellationToken);

    /// <summary>The newest suggestions of a conversation.</summary>
    [Function("Suggestions")]
    public static Task<IResult> SuggestionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/suggestions")] HttpRequest request, string key,
        CancellationToken cancellationToken) => ConversationEndpoint.GetSuggestionsAsync(request, key, cancellationToken);

    /// <summary>What an advisor did with a suggestion.</summary>
    [Function("Feedback")]
    public static Task<IResult> FeedbackAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/feedback")] HttpRequest request, string key,
        CancellationToken cancellationToken) => FeedbackEndpoint.PostAsync(request, key, cancellationToken);

    /// <summary>The changes of one conversation, as they happen.</summary>
    [Function("ConversationEvents")]
    public static Task<IResult> ConversationEventsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/events")] HttpRequest request, string key,
        CancellationToken cancellationToken) => EventsEndpoint.GetOneAsync(request, key, cancellationToken);

    /// <summary>The changes of all conversations, as they happen.</summary>
    [Function("Events")]
    public static Task<IResult> EventsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "events")] HttpRequest request,
        CancellationToken cancellationToken) => EventsEndpoint.GetAllAsync(request, cancellationToken);

    /// <summary>The conversations of a day.</summary>
    [Function("Transcripts")]
    public static Task<IResult> TranscriptsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "transcripts")] HttpRequest request,
        CancellationToken cancellationToken) => TranscriptsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>What suggestions brought.</summary>
    [Function("SuggestionReport")]
    public static Task<IResult> SuggestionReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "suggestions/report")] HttpRequest request,
        CancellationToken cancellationToken) => SuggestionReportEndpoint.GetAsync(request, cancellationToken);

    /// <summary>The accounts at platforms, and how their sweeps stand.</summary>
    [Function("Platforms")]
    public static Task<IResult> PlatformsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "platforms")] HttpRequest request,
        CancellationToken cancellationToken) => PlatformsEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Sweeps the history of one account at once.</summary>
    [Function("SweepPlatform")]
    public static Task<IResult> SweepPlatformAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "platforms/{platform}/{account}/sweep")] HttpRequest request,
        string platform,
        string account,
        CancellationToken cancellationToken) => PlatformsEndpoint.PostSweepAsync(request, platform, account, cancellationToken);

    /// <summary>The dead letters of a queue or subscription.</summary>
    [Function("DeadLetters")]
    public static Task<IResult> DeadLettersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "deadletters")] HttpRequest request,
        CancellationToken cancellationToken) => DeadLettersEndpoint.GetAsync(request, cancellationToken);

    /// <summary>One dead letter.</summary>
    [Function("DeadLetter")]
    public static Task<IResult> DeadLetterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "deadletters/{source}/{number}")] HttpRequest request,
        string source,
        string number,
        CancellationToken cancellationToken) => DeadLettersEndpoint.GetOneAsync(request, source, number, cancellationToken);

    /// <summary>Puts dead letters back where they came from.</summary>
    [Function("ReplayDeadLetters")]
    public static Task<IResult> ReplayDeadLettersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "deadletters/replay")] HttpRequest request,
        CancellationToken cancellationToken) => DeadLettersEndpoint.PostReplayAsync(request, cancellationToken);

    /// <summary>Removes dead letters for good.</summary>
    [Function("PurgeDeadLetters")]
    public static Task<IResult> PurgeDeadLettersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "deadletters/purge")] HttpRequest request,
        CancellationToken cancellationToken) => DeadLettersEndpoint.PostPurgeAsync(request, cancellationToken);

    /// <summary>How the app and what it depends on are.</summary>
    [Function("Health")]
    public static Task<IResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken) => HealthEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Whether the app runs.</summary>
    [Function("HealthLive")]
    public static Task<IResult> HealthLiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request,
        CancellationToken cancellationToken) => HealthEndpoint.GetLiveAsync(request, cancellationToken);

    /// <summary>Whether the app can work.</summary>
    [Function("HealthReady")]
    public static Task<IResult> HealthReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellationToken) => HealthEndpoint.GetReadyAsync(request, cancellationToken);

    /// <summary>The description of this API.</summary>
    [Function("OpenApi")]
    public static Task<IResult> OpenApiAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request,
        CancellationToken cancellationToken) => OpenApiEndpoint.GetAsync(request, cancellationToken);

    /// <summary>The live page.</summary>
    [Function("Page")]
    public static Task<IResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page")] HttpRequest request,
        CancellationToken cancellationToken) => PageEndpoint.GetAsync(request, cancellationToken);

    /// <summary>A script or style of the live page.</summary>
    [Function("PageAsset")]
    public static Task<IResult> PageAssetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page/{asset}")] HttpRequest request, string asset,
        CancellationToken cancellationToken) => PageEndpoint.GetAssetAsync(request, asset, cancellationToken);
}
