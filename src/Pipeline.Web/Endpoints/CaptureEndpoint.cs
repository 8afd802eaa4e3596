using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Pipeline.Capture;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Endpoints;

/// <summary>Takes webhooks in. It answers as soon as what happened is durable, so that platforms never wait.</summary>
public static class CaptureEndpoint
{
    /// <summary>Takes one webhook in.</summary>
    /// <returns>
    /// 200 with an empty body when it was accepted or is nothing for us (some platforms take any other success as a failure, or show the
    /// body to people); a problem document when it is refused.
    /// </returns>
    public static async Task<IResult> PostAsync(
        HttpRequest request, string platform, string account, CancellationToken cancellationToken)
    {
        var services = request.HttpContext.RequestServices;
        var maxBytes = services.GetRequiredService<IOptions<PlatformOptions>>().Value.MaxBodyBytes;
        using var body = await BodyReader.ReadAsync(request, maxBytes, cancellationToken);
        if (body is null)
        {
            var problem = Problems.BodyTooLarge(maxBytes);
            PipelineTelemetry.WebhookRefused(KnownName(services, platform), problem.Problem.Code);
            return problem;
        }

        var webhook = new WebhookRequest(body.Bytes, name => Joined(request.Headers[name]), name => Joined(request.Query[name]))
        {
            PathAndQuery = request.PathBase + request.Path + request.QueryString,
        };
        var capture = services.GetRequiredService<WebhookCapture>();
        return Answer(request, await capture.ReceiveAsync(platform, account, webhook, cancellationToken));
    }

    /// <summary>Takes in what a platform sends to a conversation below the webhook's address: the platform reads it from the path.</summary>
    public static Task<IResult> PostConversationAsync(
        HttpRequest request, string platform, string account, string conversation, CancellationToken cancellationToken) =>
        conversation.Length > 0 ? PostAsync(request, platform, account, cancellationToken) : Task.FromResult(Results.NotFound());

    /// <summary>Answers a platform that finds out by a GET whether the address is ours.</summary>
    public static Task<IResult> GetAsync(HttpRequest request, string platform, string account, CancellationToken cancellationToken) =>
        GreetAsync(request, platform, account, isOptions: false, cancellationToken);

    /// <summary>Answers a platform that finds out by an OPTIONS whether the address is ours.</summary>
    public static Task<IResult> OptionsAsync(HttpRequest request, string platform, string account, CancellationToken cancellationToken) =>
        GreetAsync(request, platform, account, isOptions: true, cancellationToken);

    private static Task<IResult> GreetAsync(
        HttpRequest request, string platform, string account, bool isOptions, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var greeting = new WebhookGreeting(isOptions, name => Joined(request.Headers[name]), name => Joined(request.Query[name]));
        var capture = request.HttpContext.RequestServices.GetRequiredService<WebhookCapture>();
        return Task.FromResult(Answer(request, capture.Greet(platform, account, greeting)));
    }

    private static IResult Answer(HttpRequest request, WebhookReading reading) => reading switch
    {
        WebhookReading.Refused refused => Problems.Webhook(refused.Problem),
        WebhookReading.Answered { Answer: var answer } => Answer(request, answer),
        WebhookReading.Understood { Answer: { } answer } => Answer(request, answer),
        _ => Results.Ok(),
    };

    private static IResult Answer(HttpRequest request, GreetingAnswer answer)
    {
        foreach (var (name, value) in answer.Headers ?? new Dictionary<string, string>())
        {
            request.HttpContext.Response.Headers[name] = value;
        }

        return Results.Text(answer.Text, answer.ContentType);
    }

    // A name from the address is only a metric's tag once it is one of ours: tags must stay few.
    private static string KnownName(IServiceProvider services, string platform) =>
        services.GetServices<IPlatformInlet>().Any(inlet => inlet.Platform == platform) ? platform : "unknown";

    private static string? Joined(StringValues values) => values.Count == 0 ? null : values.ToString();
}
