using Pipeline.Web.Endpoints;

namespace Pipeline.Web;

/// <summary>An endpoint of the HTTP API. The Functions app has one function of the same name; the local host maps the handler.</summary>
/// <param name="Name">The name: also its Azure function's.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The path below the prefix of host.json (<c>api</c>), with parameters in braces.</param>
/// <param name="Handler">A static method: <c>HttpRequest</c>, the route's parameters as strings, a cancellation token; returns an <c>IResult</c>.</param>
public sealed record EndpointDescription(string Name, string Method, string Route, Delegate Handler);

/// <summary>Every endpoint, in the order of docs and of the OpenAPI document.</summary>
public static class RouteTable
{
    /// <summary>The endpoints.</summary>
    public static IReadOnlyList<EndpointDescription> Endpoints { get; } =
    [
        // Platforms.
        new("Capture", "POST", "webhooks/{platform}/{account}", CaptureEndpoint.PostAsync),

        // Advisors.
        new("Conversation", "GET", "conversations/{key}", ConversationEndpoint.GetAsync),
        new("Suggestions", "GET", "conversations/{key}/suggestions", ConversationEndpoint.GetSuggestionsAsync),
        new("ConversationEvents", "GET", "conversations/{key}/events", EventsEndpoint.GetOneAsync),
        new("Events", "GET", "events", EventsEndpoint.GetAllAsync),

        // Quality teams.
        new("Transcripts", "GET", "transcripts", TranscriptsEndpoint.GetAsync),

        // Administrators.
        new("DeadLetters", "GET", "deadletters", DeadLettersEndpoint.GetAsync),
        new("DeadLetter", "GET", "deadletters/{source}/{number}", DeadLettersEndpoint.GetOneAsync),
        new("ReplayDeadLetters", "POST", "deadletters/replay", DeadLettersEndpoint.PostReplayAsync),
        new("PurgeDeadLetters", "POST", "deadletters/purge", DeadLettersEndpoint.PostPurgeAsync),

        // Operations.
        new("Health", "GET", "health", HealthEndpoint.GetAsync),
        new("HealthLive", "GET", "health/live", HealthEndpoint.GetLiveAsync),
        new("HealthReady", "GET", "health/ready", HealthEndpoint.GetReadyAsync),
        new("OpenApi", "GET", "openapi.json", OpenApiEndpoint.GetAsync),
        new("Page", "GET", "page", PageEndpoint.GetAsync),
        new("PageAsset", "GET", "page/{asset}", PageEndpoint.GetAssetAsync),
    ];
}
