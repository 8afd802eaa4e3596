using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web.Endpoints;

namespace Pipeline.Functions;

public static partial class HttpFunctions
{
    /// <summary>A platform's connector begins a conversation.</summary>
    [Function("CaptureConversation")]
    public static Task<IResult> CaptureConversationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/{platform}/{account}/conversations")] HttpRequest request,
        string platform,
        string account,
        CancellationToken cancellationToken) => CaptureEndpoint.PostAsync(request, platform, account, cancellationToken);

    /// <summary>A platform's connector tells what was said in a conversation.</summary>
    [Function("CaptureMessage")]
    public static Task<IResult> CaptureMessageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/{platform}/{account}/conversations/{conversation}/messages")] HttpRequest request,
        string platform,
        string account,
        string conversation,
        CancellationToken cancellationToken) =>
        CaptureEndpoint.PostConversationAsync(request, platform, account, conversation, cancellationToken);

    /// <summary>A platform finds out by a GET whether the webhook's address is ours.</summary>
    [Function("GreetPlatform")]
    public static Task<IResult> GreetPlatformAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "webhooks/{platform}/{account}")] HttpRequest request,
        string platform,
        string account,
        CancellationToken cancellationToken) => CaptureEndpoint.GetAsync(request, platform, account, cancellationToken);

    /// <summary>A platform finds out by an OPTIONS whether the webhook's address is ours.</summary>
    [Function("ShowPlatformOptions")]
    public static Task<IResult> ShowPlatformOptionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "webhooks/{platform}/{account}")] HttpRequest request,
        string platform,
        string account,
        CancellationToken cancellationToken) => CaptureEndpoint.OptionsAsync(request, platform, account, cancellationToken);

    /// <summary>Whether a captured request of a platform verifies, and how it is understood.</summary>
    [Function("TestPlatform")]
    public static Task<IResult> TestPlatformAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "platforms/{platform}/test")] HttpRequest request,
        string platform,
        CancellationToken cancellationToken) => PlatformTestEndpoint.PostAsync(request, platform, cancellationToken);
}
