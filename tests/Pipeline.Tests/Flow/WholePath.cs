using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Capture;
using Pipeline.Contracts;
using Pipeline.Flow;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Sweep;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Flow;

/// <summary>The whole path, webhook to tables, over plain tables and a disorderly bus.</summary>
internal sealed class WholePath : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly DisorderlyBus _bus;
    private readonly FakeClock _clock;

    private WholePath(Random random, double repeated, FakeClock clock, Uri? history, Action<IServiceCollection>? more)
    {
        _clock = clock;
        _bus = new DisorderlyBus(ConversationFlow.Topology, random, repeated);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<ITables>(Tables)
            .AddSingleton<IBus>(_bus)
            .AddSingleton<IBusStatus>(_bus)
            .AddPipeline()
            .Configure<TranscriptOptions>(options => options.CustomerHashKey = "a key of the tests")
            .Configure<PlatformOptions>(options =>
            {
                var account = new PlatformAccount { Platform = "generic", Account = "demo", HistoryAddress = history };
                account.Secrets.Add(Secret);
                options.Accounts.Add(account);

                // The fakes of platforms are on this machine.
                options.PrivateHosts.Add("127.0.0.1");
            });
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public InMemoryTables Tables { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public ITranscripts Transcripts => _services.GetRequiredService<ITranscripts>();

    public IReadOnlyList<(string Source, string Reason)> DeadLetters => _bus.DeadLetters;

    public AccountSweeper Sweeper => _services.GetRequiredService<AccountSweeper>();

    /// <summary>Lets the time go by for which the bus remembers what was sent.</summary>
    public void ForgetIds() => _bus.ForgetIds();

    /// <summary>The clock of the whole path.</summary>
    public FakeClock Clock => _clock;

    /// <summary>A service of the path.</summary>
    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public SweepLedger Ledger => _services.GetRequiredService<SweepLedger>();

    /// <summary>Puts the path together.</summary>
    /// <param name="seed">Decides what the bus does.</param>
    /// <param name="repeated">How much of what the bus carries it carries twice.</param>
    /// <param name="clock">A clock that others share; null for one of its own.</param>
    /// <param name="history">Where the platform's history is; null when it has none.</param>
    /// <param name="more">Adds services; null for none.</param>
    public static async Task<WholePath> StartAsync(
        int seed = 0, double repeated = 0, FakeClock? clock = null, Uri? history = null, Action<IServiceCollection>? more = null)
    {
        var path = new WholePath(new Random(seed), repeated, clock ?? new FakeClock(Start), history, more);
        foreach (var planted in path._services.GetServices<ISeed>())
        {
            await planted.PlantAsync(CancellationToken.None);
        }

        return path;
    }

    /// <summary>Posts a webhook as a platform would, at the moment it says.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="clockOff">By how much our clock is off then; the platform's time within the body is right.</param>
    public Task<WebhookReading> PostAsync(ReplayedEvent webhook, TimeSpan clockOff = default)
    {
        _clock.Set(Start + webhook.At + clockOff);
        return PostNowAsync(webhook);
    }

    /// <summary>Posts a webhook now, whenever it was due.</summary>
    public Task<WebhookReading> PostNowAsync(ReplayedEvent webhook) => _services.GetRequiredService<WebhookCapture>().ReceiveAsync(
        "generic", "demo", SignedWebhook.Request(webhook, Secret, _clock.GetUtcNow()), CancellationToken.None);

    /// <summary>Runs the routes until nothing is left on the bus.</summary>
    public async Task DrainAsync()
    {
        var runner = _services.GetRequiredService<RouteRunner>();
        while (!_bus.IsEmpty)
        {
            await RunAsync(runner);
        }
    }

    /// <summary>Runs some of what waits, so that later webhooks meet a path in the middle of its work.</summary>
    public async Task RunSomeAsync(int batches)
    {
        var runner = _services.GetRequiredService<RouteRunner>();
        for (var number = 0; number < batches && !_bus.IsEmpty; number++)
        {
            await RunAsync(runner);
        }
    }

    private async Task RunAsync(RouteRunner runner)
    {
        var (source, batch) = _bus.Take();

        // What was put off comes when it is due: so much time passes.
        if (batch.Max(received => received.Message.ScheduledFor) is { } due && due > _clock.GetUtcNow())
        {
            _clock.Set(due);
        }

        var route = ConversationFlow.Routes.Single(candidate => candidate.Source == source);
        _bus.Settle(source, batch, await runner.RunAsync(route, batch, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
