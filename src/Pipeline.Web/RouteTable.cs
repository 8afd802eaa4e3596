using Pipeline.Web.Access;
using Pipeline.Web.Endpoints;

namespace Pipeline.Web;

/// <summary>An endpoint of the HTTP API. The Functions app has one function of the same name; the local host maps the handler.</summary>
/// <param name="Name">The name: also its Azure function's.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The path below the prefix of host.json (<c>api</c>), with parameters in braces.</param>
/// <param name="Roles">Who may call it.</param>
/// <param name="Handler">A static method: <c>HttpRequest</c>, the route's parameters as strings, a cancellation token; returns an <c>IResult</c>.</param>
public sealed record EndpointDescription(string Name, string Method, string Route, Roles Roles, Delegate Handler);

/// <summary>Every endpoint, in the order of docs and of the OpenAPI document.</summary>
public static class RouteTable
{
    /// <summary>The endpoints.</summary>
    public static IReadOnlyList<EndpointDescription> Endpoints { get; } =
    [
        // Platforms.
        new("Capture", "POST", "webhooks/{platform}/{account}", Roles.Platform, CaptureEndpoint.PostAsync),

        // Advisors.
        new("Conversation", "GET", "conversations/{key}", Roles.Readers, ConversationEndpoint.GetAsync),
        new("Suggestions", "GET", "conversations/{key}/suggestions", Roles.Readers, ConversationEndpoint.GetSuggestionsAsync),
        new("Feedback", "POST", "conversations/{key}/feedback", Roles.Advisor, FeedbackEndpoint.PostAsync),
        new("Floor", "GET", "conversations/{key}/floor", Roles.Readers, FloorEndpoint.GetAsync),
        new("GiveFloor", "POST", "conversations/{key}/floor", Roles.Advisor | Roles.Administrator, FloorEndpoint.PostAsync),
        new("ClaimFloor", "POST", "conversations/{key}/floor/claims", Roles.Advisor | Roles.Administrator, FloorEndpoint.PostClaimAsync),
        new("HandoverCard", "GET", "conversations/{key}/handover", Roles.Readers, HandoverEndpoint.GetAsync),
        new("HandOver", "POST", "conversations/{key}/handover", Roles.Advisor | Roles.Administrator, HandoverEndpoint.PostAsync),
        new("ConversationEvents", "GET", "conversations/{key}/events", Roles.Readers, EventsEndpoint.GetOneAsync),
        new("Events", "GET", "events", Roles.Readers, EventsEndpoint.GetAllAsync),

        // The library: advisors read, propose and approve each other's drafts; quality teams and administrators also change it.
        new("Phrases", "GET", "phrases", Roles.Readers, PhrasesEndpoint.GetAsync),
        new("ProposePhrase", "POST", "phrases", Roles.Readers, PhrasesEndpoint.PostAsync),
        new("ExportPhrases", "GET", "phrases/export", Roles.Readers, PhrasesEndpoint.GetExportAsync),
        new("ImportPhrases", "POST", "phrases/import", Roles.Quality | Roles.Administrator, PhrasesEndpoint.PostImportAsync),
        new("LintPhrases", "GET", "phrases/lint", Roles.Readers, LintEndpoint.GetAsync),
        new("Phrase", "GET", "phrases/{language}/{id}", Roles.Readers, PhrasesEndpoint.GetOneAsync),
        new("ChangePhrase", "PUT", "phrases/{language}/{id}", Roles.Quality | Roles.Administrator, PhrasesEndpoint.PutOneAsync),
        new("RetirePhrase", "DELETE", "phrases/{language}/{id}", Roles.Quality | Roles.Administrator, PhrasesEndpoint.DeleteOneAsync),
        new("ApprovePhrase", "POST", "phrases/{language}/{id}/approve", Roles.Readers, PhrasesEndpoint.PostApproveAsync),
        new("VotePhrase", "PUT", "phrases/{language}/{id}/vote", Roles.Readers, PhraseOpinionsEndpoint.PutVoteAsync),
        new("CommentPhrase", "POST", "phrases/{language}/{id}/comments", Roles.Readers, PhraseOpinionsEndpoint.PostCommentAsync),
        new("Articles", "GET", "articles", Roles.Readers, ArticlesEndpoint.GetAsync),
        new("ProposeArticle", "POST", "articles", Roles.Readers, ArticlesEndpoint.PostAsync),
        new("ExportArticles", "GET", "articles/export", Roles.Readers, ArticlesEndpoint.GetExportAsync),
        new("ImportArticles", "POST", "articles/import", Roles.Quality | Roles.Administrator, ArticlesEndpoint.PostImportAsync),
        new("Article", "GET", "articles/{language}/{id}", Roles.Readers, ArticlesEndpoint.GetOneAsync),
        new("ChangeArticle", "PUT", "articles/{language}/{id}", Roles.Quality | Roles.Administrator, ArticlesEndpoint.PutOneAsync),
        new("RetireArticle", "DELETE", "articles/{language}/{id}", Roles.Quality | Roles.Administrator, ArticlesEndpoint.DeleteOneAsync),
        new("ApproveArticle", "POST", "articles/{language}/{id}/approve", Roles.Readers, ArticlesEndpoint.PostApproveAsync),
        new("Replies", "GET", "replies", Roles.Readers, RepliesEndpoint.GetAsync),
        new("RetireReply", "POST", "replies/{id}/retire", Roles.Quality | Roles.Administrator, RepliesEndpoint.PostRetireAsync),

        // Who answers, and when: the window of the chat asks without a key, desks say that they are there.
        new("Availability", "GET", "availability", Roles.Anyone, AvailabilityEndpoint.GetAsync),
        new("Advisors", "GET", "advisors", Roles.Quality | Roles.Administrator, AdvisorsEndpoint.GetAsync),
        new("Advisor", "GET", "advisors/{id}", Roles.Readers, AdvisorsEndpoint.GetOneAsync),
        new("PutAdvisor", "PUT", "advisors/{id}", Roles.Administrator, AdvisorsEndpoint.PutOneAsync),
        new("AdvisorPresence", "PUT", "advisors/{id}/presence", Roles.Advisor | Roles.Administrator, AdvisorsEndpoint.PutPresenceAsync),
        new("AdvisorHeartbeat", "POST", "advisors/{id}/heartbeat", Roles.Advisor | Roles.Administrator, AdvisorsEndpoint.PostHeartbeatAsync),
        new("Calendars", "GET", "routing/calendars", Roles.Readers, RoutingDataEndpoint.GetCalendarsAsync),
        new("PutCalendars", "PUT", "routing/calendars", Roles.Administrator, RoutingDataEndpoint.PutCalendarsAsync),
        new("CapacityRules", "GET", "routing/capacity", Roles.Readers, RoutingDataEndpoint.GetCapacityAsync),
        new("PutCapacityRules", "PUT", "routing/capacity", Roles.Administrator, RoutingDataEndpoint.PutCapacityAsync),

        // Quality teams.
        new("Transcripts", "GET", "transcripts", Roles.Quality | Roles.Administrator, TranscriptsEndpoint.GetAsync),
        new("SuggestionReport", "GET", "suggestions/report", Roles.Quality | Roles.Administrator, SuggestionReportEndpoint.GetAsync),

        // Administrators.
        new("Platforms", "GET", "platforms", Roles.Administrator, PlatformsEndpoint.GetAsync),
        new("SweepPlatform", "POST", "platforms/{platform}/{account}/sweep", Roles.Administrator, PlatformsEndpoint.PostSweepAsync),
        new("RoutingRules", "GET", "routing/rules", Roles.Quality | Roles.Administrator, RoutingRulesEndpoint.GetAsync),
        new("ChangeRoutingRules", "PUT", "routing/rules", Roles.Administrator, RoutingRulesEndpoint.PutAsync),
        new("RoutingRulesVersions", "GET", "routing/rules/versions", Roles.Quality | Roles.Administrator, RoutingRulesEndpoint.GetVersionsAsync),
        new("RoutingRulesVersion", "GET", "routing/rules/versions/{version}", Roles.Quality | Roles.Administrator, RoutingRulesEndpoint.GetVersionAsync),
        new("DeadLetters", "GET", "deadletters", Roles.Administrator, DeadLettersEndpoint.GetAsync),
        new("DeadLetter", "GET", "deadletters/{source}/{number}", Roles.Administrator, DeadLettersEndpoint.GetOneAsync),
        new("ReplayDeadLetters", "POST", "deadletters/replay", Roles.Administrator, DeadLettersEndpoint.PostReplayAsync),
        new("PurgeDeadLetters", "POST", "deadletters/purge", Roles.Administrator, DeadLettersEndpoint.PostPurgeAsync),

        // Data protection.
        new("Customer", "GET", "customers/{platform}/{id}", Roles.Administrator, CustomersEndpoint.GetAsync),
        new("EraseCustomer", "DELETE", "customers/{platform}/{id}", Roles.Administrator, CustomersEndpoint.DeleteAsync),
        new("EraseConversation", "DELETE", "customers/conversations/{key}", Roles.Administrator, CustomersEndpoint.DeleteConversationAsync),
        new("Erasures", "GET", "erasures", Roles.Administrator, ErasuresEndpoint.GetAsync),
        new("Erasure", "GET", "erasures/{id}", Roles.Administrator, ErasuresEndpoint.GetOneAsync),
        new("Holds", "GET", "holds", Roles.Administrator, HoldsEndpoint.GetAsync),
        new("HoldCustomer", "PUT", "holds/customers/{platform}/{id}", Roles.Administrator, HoldsEndpoint.PutCustomerAsync),
        new("ReleaseCustomer", "DELETE", "holds/customers/{platform}/{id}", Roles.Administrator, HoldsEndpoint.DeleteCustomerAsync),
        new("HoldConversation", "PUT", "holds/conversations/{key}", Roles.Administrator, HoldsEndpoint.PutConversationAsync),
        new("ReleaseConversation", "DELETE", "holds/conversations/{key}", Roles.Administrator, HoldsEndpoint.DeleteConversationAsync),
        new("RetentionReport", "GET", "retention", Roles.Administrator, RetentionEndpoint.GetAsync),
        new("Originals", "GET", "originals/{key}", Roles.Administrator, OriginalsEndpoint.GetAsync),
        new("Audit", "GET", "audit", Roles.Administrator, AuditEndpoint.GetAsync),
        new("CompactStorage", "POST", "storage/compact", Roles.Administrator, StorageEndpoint.PostCompactAsync),

        // Operations.
        new("Health", "GET", "health", Roles.Readers, HealthEndpoint.GetAsync),
        new("HealthLive", "GET", "health/live", Roles.Anyone, HealthEndpoint.GetLiveAsync),
        new("HealthReady", "GET", "health/ready", Roles.Anyone, HealthEndpoint.GetReadyAsync),
        new("OpenApi", "GET", "openapi.json", Roles.Anyone, OpenApiEndpoint.GetAsync),
        new("Page", "GET", "page", Roles.Anyone, PageEndpoint.GetAsync),
        new("PageAsset", "GET", "page/{asset}", Roles.Anyone, PageEndpoint.GetAssetAsync),
    ];
}
