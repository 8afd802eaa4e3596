using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Messages;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>The whole path with an account of a platform, whose API is a fake: a webhook goes in, and calls come out.</summary>
internal sealed class PlatformPath : IAsyncDisposable
{
    /// <summary>Every skill there is, with a team of the platform: numbers, which all platforms take.</summary>
    public static readonly string[] Skills =
    [
        "billing", "delivery", "fraud_security", "legal_complaint", "mobile", "retention", "sales", "technical", "tv", "vulnerable_customer",
    ];

    private readonly WholePath _path;
    private readonly PlatformAccount _account;
    private int _failures;

    private PlatformPath(WholePath path, FakePlatform platform, PlatformAccount account) =>
        (_path, Platform, _account) = (path, platform, account);

    /// <summary>The fake, with the calls it got.</summary>
    public FakePlatform Platform { get; }

    /// <summary>Starts it at the time of the sample webhooks.</summary>
    /// <param name="accounts">The account, and others that its outcomes go through; those with an outlet get the fake's address.</param>
    /// <param name="answer">How the fake answers.</param>
    /// <param name="failures">How often the fake is down first.</param>
    public static async Task<PlatformPath> StartAsync(
        IReadOnlyList<PlatformAccount> accounts, Func<FakePlatform.Call, HttpResponse, Task>? answer = null, int failures = 0)
    {
        var platform = await FakePlatform.StartAsync();
        foreach (var account in accounts.Where(account => account.OutletSecret is not null))
        {
            account.OutletAddress = new Uri(platform.Address, account.OutletAddress?.OriginalString ?? "/");
            foreach (var (skill, index) in Skills.Select((skill, index) => (skill, index)))
            {
                account.Teams[skill] = $"{index + 1}";
            }
        }

        var path = await WholePath.StartAsync(
            more: services => services.Configure<PlatformOptions>(options =>
            {
                foreach (var account in accounts)
                {
                    options.Accounts.Add(account);
                }
            }));
        path.Clock.Set(WebhookSamples.Now);
        var started = new PlatformPath(path, platform, accounts[0]) { _failures = failures };
        var answering = answer ?? ((_, response) => response.WriteAsync("{}"));
        platform.Answer = (call, response) =>
        {
            if (Interlocked.Decrement(ref started._failures) < 0)
            {
                return answering(call, response);
            }

            response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            return Task.CompletedTask;
        };
        return started;
    }

    /// <summary>Takes a webhook in, and lets the path do all of its work.</summary>
    public async Task<WebhookReading> PostAsync(WebhookRequest webhook)
    {
        var reading = await _path.Service<WebhookCapture>().ReceiveAsync(
            _account.Platform, _account.Account, webhook, TestContext.Current.CancellationToken);
        await _path.DrainAsync();
        return reading;
    }

    /// <summary>The conversation as it is stored.</summary>
    public async Task<Pipeline.Ports.ConversationTranscript> TranscriptAsync(string id) =>
        (await _path.Transcripts.ReadAsync(
            ConversationKeys.Conversation(_account.Platform, _account.Account, id), TestContext.Current.CancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        await _path.DisposeAsync();
        await Platform.DisposeAsync();
    }
}
