using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Flow;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Sqlite;
using Pipeline.Transcripts;

namespace Pipeline.Training.Cost;

/// <summary>
/// The whole path in one process, one message at a time, over ports that count. Alone in its batch, a message costs the most it can: what
/// batches save comes on top.
/// </summary>
public sealed class MeteredPath : IAsyncDisposable
{
    private const string Account = "cost";
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const int MaxDeliveries = 10;

    private readonly ServiceProvider _services;
    private readonly PathMeter _meter;
    private readonly MeteredBus _bus;
    private readonly StandingClock _clock;

    private MeteredPath(string folder, PathMeter meter, DateTimeOffset start)
    {
        _meter = meter;
        _bus = new MeteredBus(ConversationFlow.Topology, meter);
        _clock = new StandingClock(start);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddSqlite(folder, ConversationFlow.Topology)
            .AddSingleton(provider => new MeteredTables(provider.GetRequiredService<SqliteTables>(), meter))
            .AddSingleton<ITables>(provider => provider.GetRequiredService<MeteredTables>())
            .AddSingleton<IBus>(_bus)
            .AddSingleton<IBusStatus>(_bus)
            .AddPipeline()
            .RemoveAll<IPlatformOutlet>()
            .AddSingleton<IPlatformOutlet>(new SilentOutlet(meter))
            .AddSingleton<ISeed, LargeDesk>()
            .Configure<TranscriptOptions>(options => options.CustomerHashKey = "cost")
            .Configure<PlatformOptions>(options =>
            {
                var account = new PlatformAccount { Platform = GenericPlatform.PlatformName, Account = Account };
                account.Secrets.Add(Secret);
                options.Accounts.Add(account);
            })
            .BuildServiceProvider();
    }

    /// <summary>The tables.</summary>
    public MeteredTables Tables => _services.GetRequiredService<MeteredTables>();

    /// <summary>Puts it together, with its seeds planted.</summary>
    /// <param name="folder">An empty folder for the tables.</param>
    /// <param name="meter">Counts.</param>
    /// <param name="start">The time at which it starts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<MeteredPath> StartAsync(
        string folder, PathMeter meter, DateTimeOffset start, CancellationToken cancellationToken)
    {
        var path = new MeteredPath(folder, meter, start);
        foreach (var seed in path._services.GetServices<ISeed>())
        {
            await seed.PlantAsync(cancellationToken);
        }

        path.Tables.Forget();
        return path;
    }

    /// <summary>Takes a webhook in at its time, and follows what it brings about to the end.</summary>
    /// <returns>What each stage did, in the order it was done.</returns>
    /// <exception cref="InvalidOperationException">The webhook was refused, or a message became a dead letter: the figures would be wrong.</exception>
    public async Task<IReadOnlyList<Invocation>> FollowAsync(ReplayedEvent webhook, DateTimeOffset at, CancellationToken cancellationToken)
    {
        _clock.Set(at);
        var done = new List<Invocation>();
        WebhookReading? reading = null;
        var capture = _services.GetRequiredService<WebhookCapture>();
        var work = await _meter.RunAsync(PathMeter.Capture, async () =>
        {
            _meter.Count(static tally => tally.Messages++);
            reading = await capture.ReceiveAsync(GenericPlatform.PlatformName, Account, SignedWebhook.Request(webhook, Secret, _clock.GetUtcNow()), cancellationToken);
        });
        if (reading is WebhookReading.Refused refused)
        {
            throw new InvalidOperationException($"A webhook was refused: {refused.Problem.Code}.");
        }

        done.Add(new Invocation(PathMeter.Capture, work));
        await DrainAsync(done, cancellationToken);
        return done;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task DrainAsync(List<Invocation> done, CancellationToken cancellationToken)
    {
        var runner = _services.GetRequiredService<RouteRunner>();
        for (var deliveries = 0; _bus.Take() is var (source, message); deliveries++)
        {
            if (deliveries > MaxDeliveries * ConversationFlow.Routes.Count)
            {
                throw new InvalidOperationException($"A message on {source} is delivered again and again.");
            }

            var route = ConversationFlow.Routes.Single(candidate => candidate.Source == source);
            Settlement? end = null;
            var work = await _meter.RunAsync(route.Name, async () =>
            {
                _meter.Count(tally => tally.Delivered(message));
                var received = new ReceivedMessage(message, "lock", 1, _clock.GetUtcNow());
                end = (await runner.RunAsync(route, [received], cancellationToken))[0];
            });
            done.Add(new Invocation(route.Name, work));
            switch (end)
            {
                case Settlement.Abandon:
                    _bus.GiveBack(source, message);
                    break;
                case Settlement.DeadLetter dead:
                    throw new InvalidOperationException($"A message of {route.Name} became a dead letter: {dead.Reason}. {dead.Description}");
            }
        }
    }
}
