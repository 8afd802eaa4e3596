using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Web.Access;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Tells an administrator whether a captured request of a platform verifies, and how it is understood.</summary>
public static class PlatformTestEndpoint
{
    /// <summary>Reads a captured request. Nothing is put on the bus, and nothing of it is logged.</summary>
    public static async Task<IResult> PostAsync(HttpRequest request, string platform, CancellationToken cancellationToken)
    {
        if (Gate.Refuse(request, "TestPlatform") is { } refusal)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var maxBytes = services.GetRequiredService<IOptions<PlatformOptions>>().Value.MaxBodyBytes;
        var (captured, problem) = await PlatformTestReader.ReadAsync(request, maxBytes, cancellationToken);
        if (captured is null)
        {
            return problem!;
        }

        return Read(request, services.GetRequiredService<WebhookTrial>(), platform, captured) is { } verdict
            ? new JsonAnswer<PlatformTestAnswer>(PlatformTestAnswer.Of(verdict), WebJson.Default.PlatformTestAnswer)
            : Problems.PlatformAccountUnknown();
    }

    private static TrialVerdict? Read(HttpRequest request, WebhookTrial trial, string platform, CapturedRequest captured)
    {
        if (captured.Method != "POST")
        {
            return trial.Greet(
                platform, captured.Account, new WebhookGreeting(captured.Method == "OPTIONS", captured.Header, captured.Query));
        }

        var webhook = new WebhookRequest(captured.Body, captured.Header, captured.Query)
        {
            PathAndQuery = WebhookPath(request, platform, captured.Account) + captured.QueryText,
        };
        return trial.Read(platform, captured.Account, webhook, captured.At);
    }

    // The webhook's address lies in the same folder as this one.
    private static string WebhookPath(HttpRequest request, string platform, string account)
    {
        var path = $"{request.PathBase}{request.Path}";
        var folder = path.LastIndexOf("platforms/", StringComparison.OrdinalIgnoreCase);
        return $"{(folder < 0 ? "/" : path[..folder])}webhooks/{platform}/{account}";
    }
}
