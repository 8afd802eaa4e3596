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
        new("GreetPlatform", "GET", "webhooks/{platform}/{account}", Roles.Platform, CaptureEndpoint.GetAsync),
        new("ShowPlatformOptions", "OPTIONS", "webhooks/{platform}/{account}", Roles.Platform, CaptureEndpoint.OptionsAsync),
        new("CaptureConversation", "POST", "webhooks/{platform}/{account}/conversations", Roles.Platform, CaptureEndpoint.PostAsync),
        new("CaptureMessage", "POST", "webhooks/{platform}/{account}/conversations/{conversation}/messages", Roles.Platform, CaptureEndpoint.PostConversationAsync),

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

        // The knowledge loop: what nobody could answer, who can help, and what became of it.
        new("Questions", "GET", "questions", Roles.Readers, QuestionsEndpoint.GetAsync),
        new("AskQuestion", "POST", "questions", Roles.Readers, QuestionsEndpoint.PostAsync),
        new("Question", "GET", "questions/{id}", Roles.Readers, QuestionsEndpoint.GetOneAsync),
        new("TakeQuestion", "POST", "questions/{id}/take", Roles.Readers, QuestionsEndpoint.PostTakeAsync),
        new("AnswerQuestion", "POST", "questions/{id}/answer", Roles.Readers, QuestionsEndpoint.PostAnswerAsync),
        new("CloseQuestion", "POST", "questions/{id}/close", Roles.Readers, QuestionsEndpoint.PostCloseAsync),
        new("CaptureTip", "POST", "conversations/{key}/tips", Roles.Readers, NeighboursEndpoint.PostTipAsync),
        new("Peers", "GET", "conversations/{key}/peers", Roles.Readers, NeighboursEndpoint.GetPeersAsync),
        new("AskNeighbour", "POST", "conversations/{key}/requests", Roles.Advisor, NeighboursEndpoint.PostRequestAsync),
        new("NeighbourRequests", "GET", "requests", Roles.Readers, NeighboursEndpoint.GetRequestsAsync),
        new("AnswerNeighbour", "POST", "requests/{id}/answer", Roles.Readers, NeighboursEndpoint.PostAnswerAsync),
        new("PeerConsent", "GET", "advisors/{id}/consent", Roles.Advisor, NeighboursEndpoint.GetConsentAsync),
        new("PutPeerConsent", "PUT", "advisors/{id}/consent", Roles.Advisor, NeighboursEndpoint.PutConsentAsync),
        new("Glossary", "GET", "glossary", Roles.Readers, GlossaryEndpoint.GetAsync),
        new("GlossaryEntry", "GET", "glossary/{language}/{abbreviation}", Roles.Readers, GlossaryEndpoint.GetOneAsync),
        new("PutGlossaryEntry", "PUT", "glossary/{language}/{abbreviation}", Roles.Quality | Roles.Administrator, GlossaryEndpoint.PutOneAsync),
        new("RetireGlossaryEntry", "DELETE", "glossary/{language}/{abbreviation}", Roles.Quality | Roles.Administrator, GlossaryEndpoint.DeleteOneAsync),
        new("Digests", "GET", "digests", Roles.Readers, DigestsEndpoint.GetAsync),
        new("Digest", "GET", "digests/{id}", Roles.Readers, DigestsEndpoint.GetOneAsync),
        new("Sessions", "GET", "sessions", Roles.Readers, SessionsEndpoint.GetAsync),
        new("CallSession", "POST", "sessions", Roles.Quality | Roles.Administrator, SessionsEndpoint.PostAsync),
        new("Session", "GET", "sessions/{id}", Roles.Readers, SessionsEndpoint.GetOneAsync),
        new("CopySession", "POST", "sessions/{id}/copies", Roles.Quality | Roles.Administrator, SessionsEndpoint.PostCopyAsync),

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
        new("ExportTranscripts", "GET", "transcripts/export", Roles.Quality | Roles.Administrator, ExportEndpoint.GetAsync),
        new("ExportColumns", "GET", "transcripts/export/columns", Roles.Quality | Roles.Administrator, ExportEndpoint.GetColumnsAsync),
        new("Transcript", "GET", "transcripts/{key}", Roles.Quality | Roles.Administrator, WholeTranscriptEndpoint.GetAsync),
        new("SuggestionReport", "GET", "suggestions/report", Roles.Quality | Roles.Administrator, SuggestionReportEndpoint.GetAsync),
        new("Reports", "GET", "reports", Roles.Quality | Roles.Administrator, ReportsEndpoint.GetAsync),
        new("Irritants", "GET", "reports/irritants", Roles.Quality | Roles.Administrator, ReportsEndpoint.GetIrritantsAsync),
        new("Consistency", "GET", "reports/consistency", Roles.Quality | Roles.Administrator, ReportsEndpoint.GetConsistencyAsync),
        new("WeeklyDigest", "GET", "reports/digest", Roles.Quality | Roles.Administrator, ReportsEndpoint.GetDigestAsync),
        new("PrintReport", "GET", "reports/print", Roles.Quality | Roles.Administrator, ReportsEndpoint.GetPrintAsync),

        // Quality review.
        new("Scorecards", "GET", "review/scorecards", Roles.Readers, ScorecardsEndpoint.GetAsync),
        new("Scorecard", "GET", "review/scorecards/{id}", Roles.Readers, ScorecardsEndpoint.GetOneAsync),
        new("ChangeScorecard", "PUT", "review/scorecards/{id}", Roles.Quality | Roles.Administrator, ScorecardsEndpoint.PutAsync),
        new("ScorecardVersions", "GET", "review/scorecards/{id}/versions", Roles.Readers, ScorecardsEndpoint.GetVersionsAsync),
        new("Samples", "GET", "review/samples", Roles.Quality | Roles.Administrator, SamplesEndpoint.GetAsync),
        new("DrawSample", "POST", "review/samples", Roles.Quality | Roles.Administrator, SamplesEndpoint.PostAsync),
        new("Sample", "GET", "review/samples/{id}", Roles.Quality | Roles.Administrator, SamplesEndpoint.GetOneAsync),
        new("RedrawSample", "POST", "review/samples/{id}/redraw", Roles.Quality | Roles.Administrator, SamplesEndpoint.PostRedrawAsync),
        new("Reviews", "GET", "review/reviews", Roles.Readers, ReviewListsEndpoint.GetAsync),
        new("ReviewReport", "GET", "review/report", Roles.Quality | Roles.Administrator, ReviewListsEndpoint.GetReportAsync),
        new("Calibrations", "GET", "review/calibrations", Roles.Quality | Roles.Administrator, CalibrationsEndpoint.GetAsync),
        new("BeginCalibration", "POST", "review/calibrations", Roles.Quality | Roles.Administrator, CalibrationsEndpoint.PostAsync),
        new("Calibration", "GET", "review/calibrations/{id}", Roles.Quality | Roles.Administrator, CalibrationsEndpoint.GetOneAsync),
        new("CorrectedConversations", "GET", "review/corrections", Roles.Quality | Roles.Administrator, CorrectionsEndpoint.GetAllAsync),
        new("ConversationReviews", "GET", "conversations/{key}/reviews", Roles.Readers, ReviewsEndpoint.GetAsync),
        new("BeginReview", "POST", "conversations/{key}/reviews", Roles.Quality | Roles.Administrator, ReviewsEndpoint.PostAsync),
        new("Review", "GET", "conversations/{key}/reviews/{id}", Roles.Readers, ReviewsEndpoint.GetOneAsync),
        new("AnswerReview", "PUT", "conversations/{key}/reviews/{id}", Roles.Quality | Roles.Administrator, ReviewsEndpoint.PutOneAsync),
        new("SubmitReview", "POST", "conversations/{key}/reviews/{id}/submit", Roles.Quality | Roles.Administrator, ReviewsEndpoint.PostSubmitAsync),
        new("AcknowledgeReview", "POST", "conversations/{key}/reviews/{id}/acknowledge", Roles.Advisor, ReviewsEndpoint.PostAcknowledgeAsync),
        new("AppealReview", "POST", "conversations/{key}/reviews/{id}/appeal", Roles.Advisor, ReviewsEndpoint.PostAppealAsync),
        new("DecideAppeal", "POST", "conversations/{key}/reviews/{id}/decision", Roles.Quality | Roles.Administrator, ReviewsEndpoint.PostDecideAsync),
        new("Annotations", "GET", "conversations/{key}/annotations", Roles.Readers, AnnotationsEndpoint.GetAsync),
        new("Annotate", "POST", "conversations/{key}/annotations", Roles.Quality | Roles.Administrator, AnnotationsEndpoint.PostAsync),
        new("RemoveAnnotation", "DELETE", "conversations/{key}/annotations/{id}", Roles.Quality | Roles.Administrator, AnnotationsEndpoint.DeleteAsync),
        new("Corrections", "GET", "conversations/{key}/corrections", Roles.Readers, CorrectionsEndpoint.GetAsync),
        new("Correct", "POST", "conversations/{key}/corrections", Roles.Readers, CorrectionsEndpoint.PostAsync),
        new("WithdrawCorrection", "DELETE", "conversations/{key}/corrections/{id}", Roles.Readers, CorrectionsEndpoint.DeleteAsync),
        new("Thanks", "GET", "thanks", Roles.Readers, AnnotationsEndpoint.GetThanksAsync),

        // Administrators.
        new("ReindexTranscripts", "POST", "transcripts/reindex", Roles.Administrator, ReindexEndpoint.PostAsync),
        new("Platforms", "GET", "platforms", Roles.Administrator, PlatformsEndpoint.GetAsync),
        new("TestPlatform", "POST", "platforms/{platform}/test", Roles.Administrator, PlatformTestEndpoint.PostAsync),
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
