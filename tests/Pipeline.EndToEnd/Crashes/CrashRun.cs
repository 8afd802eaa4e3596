using System.Collections.Concurrent;
using System.Text.Json;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Routing;
using Pipeline.Sqlite;

namespace Pipeline.EndToEnd.Crashes;

/// <summary>What a run left behind.</summary>
/// <param name="Tables">The tables after the last stop.</param>
/// <param name="Taken">The calls that the chat took, in the order of their arrival.</param>
/// <param name="SentAway">The calls that it was too busy for.</param>
/// <param name="Kills">How many times the host was killed.</param>
/// <param name="Repeated">How many webhooks had to be sent more than once.</param>
internal sealed record CrashRun(
    StoredTables Tables, IReadOnlyList<Callback> Taken, IReadOnlyList<Callback> SentAway, int Kills, int Repeated)
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const int Senders = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Plays the load into a host that is killed as planned, lets it end its work, stops it and reads what is there.</summary>
    /// <param name="plan">When it is killed.</param>
    /// <param name="load">What is said.</param>
    /// <param name="advisors">Who is there to take conversations.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CrashRun> PlayAsync(
        CrashPlan plan, CrashLoad load, IReadOnlyList<Advisor> advisors, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-crash-").FullName;
        await PlantAsync(folder, advisors, cancellationToken);
        await using var chat = await CallbackReceiver.StartAsync(cancellationToken);
        await using var lives = new HostLives(folder, Settings(chat));
        var progress = new LoadProgress(load.Webhooks);
        await lives.StartAsync(cancellationToken);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var killing = KillAsync(plan, load, lives, progress, failed.Token);
        var sending = SendAsync(load, lives, progress, failed.Token);
        if ((await Task.WhenAny(killing, sending)).IsFaulted)
        {
            await failed.CancelAsync();
        }

        await Task.WhenAll(killing, sending);
        await DrainAsync(await lives.Ready, cancellationToken);
        await (await lives.Ready).TerminateAsync(cancellationToken);
        await MinutesPassing.RunAsync(folder, cancellationToken);
        return new CrashRun(
            await StoredTables.ReadAsync(folder, load, cancellationToken), [.. chat.Taken], [.. chat.SentAway], plan.Kills, progress.Repeated);
    }

    // What is there already the host leaves as it is: these are the advisors of the run.
    private static async Task PlantAsync(string path, IReadOnlyList<Advisor> advisors, CancellationToken cancellationToken)
    {
        using var folder = DataFolder.Open(path);
        await using var tables = new SqliteTables(folder);
        await tables.ApplyAsync(
            TableNames.Advisors,
            Advisor.Partition,
            [.. advisors.Select(advisor => new TableChange.Insert(advisor.ToRow()))],
            cancellationToken);
    }

    private static Dictionary<string, string> Settings(CallbackReceiver chat) => new()
    {
        ["Platforms__Accounts__0__Platform"] = "generic",
        ["Platforms__Accounts__0__Account"] = "demo",
        ["Platforms__Accounts__0__Secrets__0"] = Secret,
        ["Platforms__Accounts__0__OutletAddress"] = chat.Address,
        ["Platforms__PrivateHosts__0"] = "127.0.0.1",
        ["Platforms__Accounts__0__OutletSecret"] = Secret,

        // The same in every run, so that the places of customers in the index, and the texts, can be compared.
        ["Transcripts__CustomerHashKey"] = "a key of the crash tests",
        ["PersonalData__PlaceholderKey"] = "another key of the crash tests",

        // A holding phrase is offered by the clock: whether the timer finds a silence in a run of seconds differs from run to run.
        ["Suggestions__Speaking__SilenceAfter"] = "00:00:00",
    };

    private static async Task KillAsync(
        CrashPlan plan, CrashLoad load, HostLives lives, LoadProgress progress, CancellationToken cancellationToken)
    {
        foreach (var kill in plan.Moments(load.Webhooks))
        {
            await progress.ReachedAsync(kill.After, cancellationToken);
            await Task.Delay(kill.Delay, TimeProvider.System, cancellationToken);
            await lives.CrashAsync(cancellationToken);
            if (kill.StartKilledAfter is { } after)
            {
                await lives.StartAndCrashAsync(after, cancellationToken);
            }

            await lives.StartAsync(cancellationToken);
        }
    }

    private static async Task SendAsync(CrashLoad load, HostLives lives, LoadProgress progress, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new ToLivingHost(lives));
        var client = new GenericWebhookClient(http, ToLivingHost.Webhook, Secret, TimeProvider.System);
        var waiting = new ConcurrentQueue<CrashConversation>(load.Conversations);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (waiting.TryDequeue(out var conversation))
            {
                foreach (var webhook in conversation.Webhooks)
                {
                    progress.Answered(await SendAsync(client, webhook, cancellationToken));
                }
            }
        }));
    }

    // As a platform does: again until it is answered 2xx, and then never again.
    private static async Task<int> SendAsync(GenericWebhookClient client, ReplayedEvent webhook, CancellationToken cancellationToken)
    {
        for (var attempts = 0; ;)
        {
            var answer = await client.SendAsync(webhook, cancellationToken);
            attempts += answer.Attempts;
            if (answer.Accepted)
            {
                return attempts;
            }

            Assert.True(answer.Status is null or 429 or >= 500, $"{webhook.WebhookId} was answered {answer.Status}: {answer.Detail}");
        }
    }

    /// <summary>Waits until nothing is on the bus any more, and asserts that nothing was given up.</summary>
    public static async Task DrainAsync(LocalHostProcess host, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var idle = false;
        while (!idle)
        {
            using var health = JsonDocument.Parse(await host.Http.GetStringAsync("/api/health", patience.Token));
            var queues = health.RootElement.GetProperty("queues").EnumerateArray().ToList();
            Assert.All(queues, queue => Assert.Equal(0, queue.GetProperty("deadLettered").GetInt64()));
            idle = queues.All(queue => queue.GetProperty("active").GetInt64() + queue.GetProperty("scheduled").GetInt64() == 0);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
