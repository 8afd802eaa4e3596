using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Ports;

namespace Pipeline.Capture;

/// <summary>Takes a webhook in: finds the account, verifies, normalises, and answers only when what happened is durable on the bus.</summary>
public sealed partial class WebhookCapture(
    IEnumerable<IPlatformInlet> inlets,
    PlatformAccounts accounts,
    IBus bus,
    IOptions<PlatformOptions> options,
    TimeProvider clock,
    ILogger<WebhookCapture> logger)
{
    private const string UnknownPlatform = "unknown";

    private readonly Dictionary<string, IPlatformInlet> _inlets = inlets.ToDictionary(inlet => inlet.Platform, StringComparer.Ordinal);

    /// <summary>Takes one webhook in.</summary>
    /// <param name="platform">The platform's name from the address.</param>
    /// <param name="account">The account's name from the address.</param>
    /// <param name="request">The webhook.</param>
    /// <param name="cancellationToken">Gives up; a webhook that was not answered is sent again by the platform.</param>
    public async Task<WebhookReading> ReceiveAsync(
        string platform, string account, WebhookRequest request, CancellationToken cancellationToken)
    {
        var inlet = _inlets.GetValueOrDefault(platform);

        // A name from the address is only used as a tag once it is known to be one of ours: tags must stay few.
        var tag = inlet?.Platform ?? UnknownPlatform;
        using var activity = PipelineTelemetry.StartCapture(tag);
        var reading = Read(inlet, account, request);
        switch (reading)
        {
            case WebhookReading.Refused refused:
                Tell(tag, refused.Problem);
                break;
            case WebhookReading.Understood understood:
                await bus.SendAsync(Entities.Captured, [.. understood.Messages.Select(Envelope.Wrap)], cancellationToken);
                PipelineTelemetry.WebhookAccepted(tag);
                foreach (var problem in understood.Unreadable)
                {
                    PipelineTelemetry.WebhookRefused(tag, problem.Code);
                    Log.Refused(logger, tag, problem.Code, problem.Field ?? "an event", problem.Detail);
                }

                break;
            case WebhookReading.Answered:
                PipelineTelemetry.WebhookAccepted(tag);
                break;
            case WebhookReading.Ignored ignored:
                PipelineTelemetry.WebhookAccepted(tag);
                Log.Ignored(logger, tag, ignored.Reason);
                break;
        }

        return reading;
    }

    /// <summary>Answers a GET or an OPTIONS to a webhook's address.</summary>
    public WebhookReading Greet(string platform, string account, WebhookGreeting greeting)
    {
        var inlet = _inlets.GetValueOrDefault(platform);
        var reading = inlet is null ? NotFound("platform-unknown")
            : accounts.Find(inlet.Platform, account) is not { } configured ? NotFound("account-unknown")
            : inlet.Greet(greeting, configured);
        if (reading is WebhookReading.Refused refused)
        {
            Tell(inlet?.Platform ?? UnknownPlatform, refused.Problem);
        }

        return reading;
    }

    // Here, and not to the caller, stands why a webhook did not verify.
    private void Tell(string platform, WebhookProblem problem)
    {
        PipelineTelemetry.WebhookRefused(platform, problem.Code);
        Log.Refused(logger, platform, problem.Code, problem.Field ?? "the request", problem.Detail);
    }

    private WebhookReading Read(IPlatformInlet? inlet, string accountName, WebhookRequest request)
    {
        if (inlet is null)
        {
            return NotFound("platform-unknown");
        }

        if (accounts.Find(inlet.Platform, accountName) is not { } account)
        {
            return NotFound("account-unknown");
        }

        var most = options.Value.MaxBodyBytes;
        return request.Body.Length <= most
            ? inlet.Read(request, account, clock.GetUtcNow())
            : new WebhookReading.Refused(new(
                413, "body-too-large", "The body is too large.", $"A webhook may have {most} bytes, and this one has more.", null));
    }

    private static WebhookReading.Refused NotFound(string code) => new(new WebhookProblem(
        404,
        code,
        "No webhooks are taken at this address.",
        "The address ends in the name of a platform and the name of an account, as they are configured.",
        null));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused a webhook of {Platform}: {Code}, at {Field}. {Detail}")]
        public static partial void Refused(ILogger logger, string platform, string code, string field, string detail);

        [LoggerMessage(2, LogLevel.Debug, "Ignored a webhook of {Platform}: {Reason}.")]
        public static partial void Ignored(ILogger logger, string platform, string reason);
    }
}
