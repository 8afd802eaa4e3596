using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Flow;
using Pipeline.Local;
using Pipeline.Local.Accounts;
using Pipeline.Local.CommandLine;
using Pipeline.Local.Demo;
using Pipeline.Local.Pumps;
using Pipeline.Local.Settings;
using Pipeline.Ports;
using Pipeline.Replay;

namespace Pipeline.Benchmarks;

/// <summary>
/// Tells where the path's CPU goes: it runs each route of the local host by itself, one after the other, on the messages of some
/// conversations, and counts CPU and allocations of each. Unlike rates, these figures hardly depend on what else the machine does.
/// </summary>
internal sealed class StagesBenchmark(int rounds)
{
    private const int ConversationsARound = 128;

    private readonly TimeProvider _clock = TimeProvider.System;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-stages-").FullName;
        try
        {
            var settings = HostSettingsFile.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
            await using var app = LocalHost.Build(new LocalOptions(false, 1, folder, ["http://127.0.0.1:0"]), settings, folder);
            foreach (var seed in app.Services.GetServices<ISeed>())
            {
                await seed.PlantAsync(cancellationToken);
            }

            var pumps = ConversationFlow.Routes.Select(route => (route.Name, Pump: Pump(app.Services, route, settings))).ToList();
            var webhooks = await WebhooksAsync(cancellationToken);
            var platforms = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
            var secret = GenericAccount.Find(platforms)!.Secrets[0];
            await MeasureAsync(app.Services, pumps, [.. webhooks.Take(rounds)], secret, cancellationToken);
            Console.WriteLine(await MeasureAsync(app.Services, pumps, [.. webhooks.Skip(rounds)], secret, cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StagePump Pump(IServiceProvider services, StageRoute route, HostSettings settings) => new(
        route,
        services.GetRequiredService<RouteRunner>(),
        services.GetRequiredService<IBusReceiver>(),
        settings,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<StagePump>>());

    // As many rounds to warm up as to measure; the conversations of a round are mixed, as those of a desk are.
    private async Task<List<List<ReplayedEvent>>> WebhooksAsync(CancellationToken cancellationToken)
    {
        var conversations = await BundledConversations.ReadAsync(cancellationToken);
        var startedAt = _clock.GetUtcNow() - TimeSpan.FromHours(1);
        return [.. Enumerable.Range(0, 2 * rounds).Select(round => Enumerable.Range(0, ConversationsARound)
            .SelectMany(index =>
            {
                var conversation = conversations[((round * ConversationsARound) + index) % conversations.Count];
                var id = string.Create(CultureInfo.InvariantCulture, $"{conversation.Id}-{round}-{index}");
                return ReplayScript.Write(conversation, id, startedAt).Index();
            })
            .OrderBy(happening => happening.Index)
            .Select(happening => happening.Item)
            .ToList())];
    }

    private async Task<string> MeasureAsync(
        IServiceProvider services,
        List<(string Name, StagePump Pump)> pumps,
        List<List<ReplayedEvent>> rounds,
        string secret,
        CancellationToken cancellationToken)
    {
        var capture = new StageCost("Capture");
        var costs = pumps.ToDictionary(pump => pump.Name, pump => new StageCost(pump.Name));
        foreach (var chunk in rounds.SelectMany(round => round.Chunk(ConversationsARound)))
        {
            var requests = chunk.Select(happening => SignedWebhook.Request(happening, secret, _clock.GetUtcNow())).ToList();
            await capture.MeasureAsync(() => Task.WhenAll(requests.Select(request =>
                services.GetRequiredService<WebhookCapture>().ReceiveAsync("generic", GenericAccount.Account, request, cancellationToken))));
            await DrainAsync(pumps, costs, cancellationToken);
        }

        return Table([capture, .. costs.Values], rounds.Sum(round => round.Count));
    }

    // Until nothing is left: a route's results go to routes after it, and one of them back to the topic.
    private static async Task DrainAsync(
        List<(string Name, StagePump Pump)> pumps, Dictionary<string, StageCost> costs, CancellationToken cancellationToken)
    {
        var any = true;
        while (any)
        {
            any = false;
            foreach (var (name, pump) in pumps)
            {
                await costs[name].MeasureAsync(async () =>
                {
                    while (await pump.RunOnceAsync(cancellationToken))
                    {
                        any = true;
                    }
                });
            }
        }
    }

    private static string Table(IReadOnlyList<StageCost> costs, int messages)
    {
        var lines = costs.Select(cost => string.Create(
            CultureInfo.InvariantCulture, $"| {cost.Name} | {cost.Microseconds(messages):F0} | {cost.Bytes(messages) / 1024:F1} |"));
        var total = string.Create(
            CultureInfo.InvariantCulture,
            $"| all | {costs.Sum(cost => cost.Microseconds(messages)):F0} | {costs.Sum(cost => cost.Bytes(messages)) / 1024:F1} |");
        return $"| of {messages} messages | CPU µs/message | KiB allocated/message |\n| --- | --- | --- |\n{string.Join('\n', lines)}\n{total}";
    }
}
