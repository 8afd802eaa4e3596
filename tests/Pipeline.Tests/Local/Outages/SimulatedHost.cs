using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;
using Pipeline.Contracts;
using Pipeline.Flow;
using Pipeline.Local.Pumps;
using Pipeline.Local.Settings;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Sqlite;
using Pipeline.Tests.Sqlite;

namespace Pipeline.Tests.Local.Outages;

/// <summary>What the local host runs, pumps over SQLite, in a time that the test lets pass.</summary>
internal sealed class SimulatedHost : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ScratchFolder _scratch = new();
    private readonly ServiceProvider _services;
    private readonly IReadOnlyList<StagePump> _pumps;

    private SimulatedHost(Action<IServiceCollection> more)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSqlite(_scratch.Path, ConversationFlow.Topology)
            .AddPipeline();
        more(services);
        _services = services.BuildServiceProvider();
        _pumps =
        [
            .. ConversationFlow.Routes.Select(route => new StagePump(
                route,
                _services.GetRequiredService<RouteRunner>(),
                Bus,
                new HostSettings { MaxMessageBatchSize = 64 },
                Clock,
                NullLogger<StagePump>.Instance)),
        ];
    }

    public SettableClock Clock { get; } = new();

    public SqliteBus Bus => _services.GetRequiredService<SqliteBus>();

    public ITranscripts Transcripts => _services.GetRequiredService<ITranscripts>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<SimulatedHost> StartAsync(Action<IServiceCollection> more)
    {
        var host = new SimulatedHost(more);
        foreach (var seed in host._services.GetServices<ISeed>())
        {
            await seed.PlantAsync(Cancelled);
        }

        return host;
    }

    /// <summary>The settings of <c>generic/demo</c>.</summary>
    public static void AddAccount(PlatformOptions options, Uri? outlet = null)
    {
        var account = new PlatformAccount
        {
            Platform = "generic",
            Account = "demo",
            OutletAddress = outlet,
            OutletSecret = outlet is null ? null : Secret,
        };
        account.Secrets.Add(Secret);
        options.Accounts.Add(account);

        // The fakes of platforms are on this machine.
        options.PrivateHosts.Add("127.0.0.1");
    }

    /// <summary>Posts webhooks as a platform would; each must be accepted.</summary>
    public async Task PostAsync(IEnumerable<ReplayedEvent> webhooks)
    {
        foreach (var webhook in webhooks)
        {
            var timestamp = Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["webhook-id"] = webhook.WebhookId,
                ["webhook-timestamp"] = timestamp,
                ["webhook-signature"] = WebhookSigner.Sign(
                    GenericPlatform.Scheme, Secret, webhook.WebhookId, timestamp, webhook.Body.Span),
                ["content-type"] = "application/json",
            };
            Assert.IsType<WebhookReading.Understood>(await _services.GetRequiredService<WebhookCapture>().ReceiveAsync(
                "generic", "demo", new WebhookRequest(webhook.Body, headers.GetValueOrDefault, _ => null), Cancelled));
        }
    }

    /// <summary>Runs the pumps until nothing is ready.</summary>
    public async Task RunAsync()
    {
        var ran = true;
        while (ran)
        {
            ran = false;
            foreach (var pump in _pumps)
            {
                ran |= await pump.RunOnceAsync(Cancelled);
            }
        }
    }

    /// <summary>Lets time pass, with the pumps at work after every step.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Clock.Advance(step);
            await RunAsync();
        }
    }

    /// <summary>Lets time pass and the pumps work until it is so: what rests gives itself back on threads of its own.</summary>
    public async Task PassUntilAsync(Func<Task<bool>> isSo, TimeSpan step)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "It did not come to that in a minute.");
            await PassAsync(step, step);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _scratch.Dispose();
    }
}
