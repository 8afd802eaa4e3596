using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Routing;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>One account of a platform over the whole path: its webhooks in, and what arrives at its API on the loopback.</summary>
internal sealed class PlatformPath : IAsyncDisposable
{
    private readonly PlatformAccount _account;
    private readonly PlatformTrial _trial;
    private readonly ConcurrentQueue<FakePlatform.Call> _taken = [];
    private FakePlatform _platform;
    private WholePath _path = null!;

    private PlatformPath(PlatformTrial trial, FakePlatform platform)
    {
        (_trial, _platform, _account) = (trial, platform, trial.Account);
        _platform.Answer = AnswerAsync;
    }

    /// <summary>The calls that the platform took, in their order: not those that it answered with something else.</summary>
    public IReadOnlyList<FakePlatform.Call> Taken => [.. _taken];

    /// <summary>The calls that left a note.</summary>
    public IReadOnlyList<FakePlatform.Call> Notes => [.. _taken.Where(call => _trial.NoteIn(call) is not null)];

    /// <summary>What is left at the dead letters.</summary>
    public IReadOnlyList<(string Source, string Reason)> DeadLetters => _path.DeadLetters;

    /// <summary>Answers a call in the platform's stead; true when it did. Null lets the platform answer all.</summary>
    public Func<HttpResponse, bool>? Trouble { get; set; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Puts the path together, with the account's API at a fake platform.</summary>
    public static async Task<PlatformPath> StartAsync(PlatformTrial trial)
    {
        var path = new PlatformPath(trial, await FakePlatform.StartAsync());
        path._account.OutletAddress = new Uri(path._platform.Address, trial.ApiPath);
        foreach (var advisor in RoutingSeed.ReadAdvisors())
        {
            path._account.Agents[advisor.Id] = trial.Agent;
            foreach (var skill in advisor.Skills.Keys)
            {
                path._account.Teams[skill] = trial.Team;
            }
        }

        path._path = await WholePath.StartAsync(
            clock: new FakeClock(WebhookSamples.Now),
            more: services => services.Configure<PlatformOptions>(options => options.Accounts.Add(path._account)));
        return path;
    }

    /// <summary>Posts a webhook as the platform would.</summary>
    public Task<WebhookReading> PostAsync(byte[] body) => _path.Service<WebhookCapture>().ReceiveAsync(
        _account.Platform, _account.Account, _trial.Sign(body), Cancelled);

    /// <summary>Runs the path until nothing is left to do.</summary>
    public Task DrainAsync() => _path.DrainAsync();

    /// <summary>Lets the bus forget what was sent, as it does after some minutes.</summary>
    public void ForgetIds() => _path.ForgetIds();

    /// <summary>Stops the platform, so that connections are refused, until a delivery failed for it; then starts it again.</summary>
    public async Task DrainOverAStopAsync()
    {
        var address = _platform.Address;
        await _platform.DisposeAsync();
        var refused = false;
        for (var batch = 0; batch < 1000 && !refused; batch++)
        {
            await _path.RunSomeAsync(1);
            refused = _path.Logs.Lines.Any(line => line.Contains(nameof(HttpRequestException), StringComparison.Ordinal));
        }

        Assert.True(refused, "Nothing was delivered while the platform was stopped.");
        _platform = await FakePlatform.StartAsync(address);
        _platform.Answer = AnswerAsync;
        await DrainAsync();
    }

    /// <summary>Answers the first calls with a status, each with <c>Retry-After</c> where the test says one.</summary>
    public void Refuse(HttpStatusCode status, int times, string? retryAfter = null)
    {
        var left = times;
        Trouble = response =>
        {
            if (Interlocked.Decrement(ref left) < 0)
            {
                return false;
            }

            response.StatusCode = (int)status;
            if (retryAfter is not null)
            {
                response.Headers.RetryAfter = retryAfter;
            }

            return true;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _path.DisposeAsync();
        await _platform.DisposeAsync();
    }

    private Task AnswerAsync(FakePlatform.Call call, HttpResponse response)
    {
        if (Trouble?.Invoke(response) == true)
        {
            return Task.CompletedTask;
        }

        _taken.Enqueue(call);
        return _trial.Answer(call, [.. _taken.Select(_trial.NoteIn).OfType<string>()], response);
    }
}

/// <summary>What the tests over the whole path must know of a platform.</summary>
internal sealed record PlatformTrial
{
    /// <summary>The account with its secrets and the access to its API, and no address.</summary>
    public required PlatformAccount Account { get; init; }

    /// <summary>Where the API is at the fake platform.</summary>
    public string ApiPath { get; init; } = "/";

    /// <summary>The platform's id of every advisor.</summary>
    public required string Agent { get; init; }

    /// <summary>The platform's id of the team of every skill.</summary>
    public required string Team { get; init; }

    /// <summary>Signs a webhook as the platform does, at <see cref="WebhookSamples.Now"/>.</summary>
    public required Func<byte[], WebhookRequest> Sign { get; init; }

    /// <summary>A webhook with a customer's message, such as why a bill has doubled.</summary>
    public required byte[] CustomerMessage { get; init; }

    /// <summary>The text of the note that a call leaves; null for a call that leaves none.</summary>
    public required Func<FakePlatform.Call, string?> NoteIn { get; init; }

    /// <summary>Whether a call assigns the conversation; null where the platform has no assignment.</summary>
    public required Func<FakePlatform.Call, bool>? Assigns { get; init; }

    /// <summary>The webhook by which the platform tells of a note that a call has left; null where it tells of none.</summary>
    public required Func<FakePlatform.Call, byte[]>? ComesBack { get; init; }

    /// <summary>Answers a call as the platform does, with the notes that are there.</summary>
    public required Func<FakePlatform.Call, IReadOnlyList<string>, HttpResponse, Task> Answer { get; init; }
}
