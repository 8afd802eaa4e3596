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
public static partial class HttpFunctions
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

    /// <summary>Who has the word, a bot or a person.</summary>
    [Function("Floor")]
    public static Task<IResult> FloorAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/floor")] HttpRequest request, string key,
        CancellationToken cancellationToken) => FloorEndpoint.GetAsync(request, key, cancellationToken);

    /// <summary>A person accepts a conversation, or hands it back to the bot.</summary>
    [Function("GiveFloor")]
    public static Task<IResult> GiveFloorAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/floor")] HttpRequest request, string key,
        CancellationToken cancellationToken) => FloorEndpoint.PostAsync(request, key, cancellationToken);

    /// <summary>A bot asks leave to send one message.</summary>
    [Function("ClaimFloor")]
    public static Task<IResult> ClaimFloorAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/floor/claims")] HttpRequest request, string key,
        CancellationToken cancellationToken) => FloorEndpoint.PostClaimAsync(request, key, cancellationToken);

    /// <summary>What the next advisor needs.</summary>
    [Function("HandoverCard")]
    public static Task<IResult> HandoverCardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "conversations/{key}/handover")] HttpRequest request, string key,
        CancellationToken cancellationToken) => HandoverEndpoint.GetAsync(request, key, cancellationToken);

    /// <summary>Hands a conversation over.</summary>
    [Function("HandOver")]
    public static Task<IResult> HandOverAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "conversations/{key}/handover")] HttpRequest request, string key,
        CancellationToken cancellationToken) => HandoverEndpoint.PostAsync(request, key, cancellationToken);

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

    /// <summary>The phrases of a language.</summary>
    [Function("Phrases")]
    public static Task<IResult> PhrasesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "phrases")] HttpRequest request,
        CancellationToken cancellationToken) => PhrasesEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Proposes a phrase.</summary>
    [Function("ProposePhrase")]
    public static Task<IResult> ProposePhraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "phrases")] HttpRequest request,
        CancellationToken cancellationToken) => PhrasesEndpoint.PostAsync(request, cancellationToken);

    /// <summary>All phrases as a file.</summary>
    [Function("ExportPhrases")]
    public static Task<IResult> ExportPhrasesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "phrases/export")] HttpRequest request,
        CancellationToken cancellationToken) => PhrasesEndpoint.GetExportAsync(request, cancellationToken);

    /// <summary>Takes a file of phrases in.</summary>
    [Function("ImportPhrases")]
    public static Task<IResult> ImportPhrasesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "phrases/import")] HttpRequest request,
        CancellationToken cancellationToken) => PhrasesEndpoint.PostImportAsync(request, cancellationToken);

    /// <summary>What the rules for good phrases find.</summary>
    [Function("LintPhrases")]
    public static Task<IResult> LintPhrasesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "phrases/lint")] HttpRequest request,
        CancellationToken cancellationToken) => LintEndpoint.GetAsync(request, cancellationToken);

    /// <summary>One phrase, with its history.</summary>
    [Function("Phrase")]
    public static Task<IResult> PhraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "phrases/{language}/{id}")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => PhrasesEndpoint.GetOneAsync(request, language, id, cancellationToken);

    /// <summary>Changes a phrase.</summary>
    [Function("ChangePhrase")]
    public static Task<IResult> ChangePhraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "phrases/{language}/{id}")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => PhrasesEndpoint.PutOneAsync(request, language, id, cancellationToken);

    /// <summary>Takes a phrase back.</summary>
    [Function("RetirePhrase")]
    public static Task<IResult> RetirePhraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "phrases/{language}/{id}")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => PhrasesEndpoint.DeleteOneAsync(request, language, id, cancellationToken);

    /// <summary>Approves the draft of a colleague.</summary>
    [Function("ApprovePhrase")]
    public static Task<IResult> ApprovePhraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "phrases/{language}/{id}/approve")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => PhrasesEndpoint.PostApproveAsync(request, language, id, cancellationToken);

    /// <summary>Votes on a phrase.</summary>
    [Function("VotePhrase")]
    public static Task<IResult> VotePhraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "phrases/{language}/{id}/vote")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => PhraseOpinionsEndpoint.PutVoteAsync(request, language, id, cancellationToken);

    /// <summary>Comments on a phrase.</summary>
    [Function("CommentPhrase")]
    public static Task<IResult> CommentPhraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "phrases/{language}/{id}/comments")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => PhraseOpinionsEndpoint.PostCommentAsync(request, language, id, cancellationToken);

    /// <summary>The articles of a language.</summary>
    [Function("Articles")]
    public static Task<IResult> ArticlesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "articles")] HttpRequest request,
        CancellationToken cancellationToken) => ArticlesEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Proposes an article.</summary>
    [Function("ProposeArticle")]
    public static Task<IResult> ProposeArticleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "articles")] HttpRequest request,
        CancellationToken cancellationToken) => ArticlesEndpoint.PostAsync(request, cancellationToken);

    /// <summary>All articles as a file.</summary>
    [Function("ExportArticles")]
    public static Task<IResult> ExportArticlesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "articles/export")] HttpRequest request,
        CancellationToken cancellationToken) => ArticlesEndpoint.GetExportAsync(request, cancellationToken);

    /// <summary>Takes a file of articles in.</summary>
    [Function("ImportArticles")]
    public static Task<IResult> ImportArticlesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "articles/import")] HttpRequest request,
        CancellationToken cancellationToken) => ArticlesEndpoint.PostImportAsync(request, cancellationToken);

    /// <summary>One article, with its history.</summary>
    [Function("Article")]
    public static Task<IResult> ArticleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "articles/{language}/{id}")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => ArticlesEndpoint.GetOneAsync(request, language, id, cancellationToken);

    /// <summary>Changes an article.</summary>
    [Function("ChangeArticle")]
    public static Task<IResult> ChangeArticleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "articles/{language}/{id}")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => ArticlesEndpoint.PutOneAsync(request, language, id, cancellationToken);

    /// <summary>Takes an article back.</summary>
    [Function("RetireArticle")]
    public static Task<IResult> RetireArticleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "articles/{language}/{id}")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => ArticlesEndpoint.DeleteOneAsync(request, language, id, cancellationToken);

    /// <summary>Approves the draft of a colleague.</summary>
    [Function("ApproveArticle")]
    public static Task<IResult> ApproveArticleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "articles/{language}/{id}/approve")] HttpRequest request,
        string language,
        string id,
        CancellationToken cancellationToken) => ArticlesEndpoint.PostApproveAsync(request, language, id, cancellationToken);

    /// <summary>The past replies of a brand and language.</summary>
    [Function("Replies")]
    public static Task<IResult> RepliesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "replies")] HttpRequest request,
        CancellationToken cancellationToken) => RepliesEndpoint.GetAsync(request, cancellationToken);

    /// <summary>Takes a past reply back.</summary>
    [Function("RetireReply")]
    public static Task<IResult> RetireReplyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "replies/{id}/retire")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => RepliesEndpoint.PostRetireAsync(request, id, cancellationToken);

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
