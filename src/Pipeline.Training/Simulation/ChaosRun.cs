using System.Globalization;
using System.Text.Json;
using Pipeline.Replay;
using Pipeline.Training.Api;

namespace Pipeline.Training.Simulation;

/// <summary>
/// Plays conversations on the simulated platform, sends their webhooks through a bad network to a running host, has it sweep, and compares
/// its transcripts with the truth.
/// </summary>
/// <param name="platform">The platform, which the host knows.</param>
/// <param name="client">Sends the webhooks.</param>
/// <param name="api">The host, as its administrator.</param>
/// <param name="transcripts">What the host stored.</param>
/// <param name="account">The account of the generic platform.</param>
/// <param name="clock">The clock.</param>
public sealed class ChaosRun(
    PlatformSimulator platform,
    GenericWebhookClient client,
    ApiClient api,
    StoredTranscripts transcripts,
    string account,
    TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How long ago all of it ended: longer than a sweep leaves to the webhooks.</summary>
    private static readonly TimeSpan Ago = TimeSpan.FromMinutes(10);

    /// <summary>Plays them.</summary>
    /// <param name="conversations">The conversations.</param>
    /// <param name="options">What the network does.</param>
    /// <param name="run">Ends every conversation's id.</param>
    /// <param name="parallelism">How many webhooks are on their way at once.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ApiException">The host refused, could not be asked, or reads no history.</exception>
    public async Task<ChaosReport> PlayAsync(
        IReadOnlyList<RecordedConversation> conversations,
        ChaosOptions options,
        string run,
        int parallelism,
        CancellationToken cancellationToken)
    {
        var before = await CountsAsync(cancellationToken);
        var deadBefore = await QueuesAsync("deadLettered", _ => true, cancellationToken);
        var truth = Play(conversations, run, options.Seed);
        platform.Truth.Add(truth);
        var plan = ChaosPlan.Make(truth, options);
        var (accepted, faults) = await DeliverAsync(plan.Deliveries, parallelism, cancellationToken);
        await UntilDoneAsync(IsCaptured, cancellationToken);
        if (truth.Count > 0)
        {
            await SweepAsync(truth[0].SentAt, cancellationToken);
        }

        await UntilDoneAsync(IsCaptured, cancellationToken);
        await SweepAsync(clock.GetUtcNow(), cancellationToken);
        IReadOnlyList<string> differences = [];
        await UntilAsync(
            async () => (differences = await transcripts.DifferencesAsync(platform.Truth, cancellationToken)).Count == 0, cancellationToken);
        await UntilDoneAsync(_ => true, cancellationToken);
        if (await QueuesAsync("deadLettered", _ => true, cancellationToken) - deadBefore is > 0 and var dead)
        {
            faults.Add($"{dead} messages went to the dead letters");
        }

        var after = await CountsAsync(cancellationToken);
        return new ChaosReport
        {
            Plan = plan,
            Conversations = conversations.Count,
            Happenings = truth.Count,
            Accepted = accepted,
            Found = after.Found - before.Found,
            Saved = after.Saved - before.Saved,
            Callbacks = platform.Callbacks.Count,
            Faults = [.. faults, .. differences],
        };
    }

    private List<SimulatedEvent> Play(IReadOnlyList<RecordedConversation> conversations, string run, int seed)
    {
        var end = clock.GetUtcNow() - Ago;
        return
        [
            .. conversations
                .SelectMany((conversation, index) => SimulatedConversation.Play(
                    conversation, $"{conversation.Id}-{run}", end - conversation.Duration, unchecked(seed + index)))
                .OrderBy(happening => happening.SentAt),
        ];
    }

    private async Task<(int Accepted, List<string> Faults)> DeliverAsync(
        IReadOnlyList<SimulatedEvent> deliveries, int parallelism, CancellationToken cancellationToken)
    {
        var accepted = 0;
        var refused = new Dictionary<string, int>(StringComparer.Ordinal);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(deliveries, parallel, async (delivery, token) =>
        {
            var answer = await client.SendAsync(delivery.Webhook, token);
            lock (refused)
            {
                if (answer.Accepted)
                {
                    accepted++;
                }
                else
                {
                    var what = $"{answer.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer"}: {answer.Detail}";
                    refused[what] = refused.GetValueOrDefault(what) + 1;
                }
            }
        });
        return (accepted, [.. refused.Select(entry => $"{entry.Value} webhooks were not taken: {entry.Key}")]);
    }

    // What is on its way would be taken for missing.
    private async Task UntilDoneAsync(Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        if (!await UntilAsync(async () => await QueuesAsync("active", isMeant, cancellationToken) == 0, cancellationToken))
        {
            throw new ApiException($"The host did not do what it had taken within {Patience.TotalMinutes} minutes.");
        }
    }

    private async Task<long> QueuesAsync(string figure, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        var health = await api.GetAsync("health", cancellationToken);
        return health.GetProperty("queues").EnumerateArray()
            .Where(queue => isMeant(queue.GetProperty("source").GetString()!))
            .Sum(queue => queue.GetProperty(figure).GetInt64());
    }

    private static bool IsCaptured(string source) => source == Entities.Captured;

    private async Task SweepAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var address = $"platforms/generic/{Uri.EscapeDataString(account)}/sweep?since={since.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}";
        var report = await api.PostAsync(address, null, cancellationToken);
        if (report.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String)
        {
            throw new ApiException($"The host could not read the history: {error.GetString()}");
        }
    }

    private async Task<(long Found, long Saved)> CountsAsync(CancellationToken cancellationToken)
    {
        var platforms = await api.GetAsync("platforms", cancellationToken);
        var own = platforms.GetProperty("accounts").EnumerateArray().FirstOrDefault(candidate =>
            candidate.GetProperty("platform").GetString() == "generic" && candidate.GetProperty("account").GetString() == account);
        return own.ValueKind == JsonValueKind.Object && own.GetProperty("swept").GetBoolean()
            ? (own.GetProperty("found").GetInt64(), own.GetProperty("saved").GetInt64())
            : throw new ApiException(
                $"The host reads no history of generic/{account}, so that what is lost stays lost: start it with "
                + $"--platform {platform.Address.GetLeftPart(UriPartial.Authority)} (or set the account's HistoryAddress to /history there, and name its host in Platforms:PrivateHosts).");
    }

    private async Task<bool> UntilAsync(Func<Task<bool>> isSo, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (!await isSo())
        {
            if (clock.GetElapsedTime(started) >= Patience)
            {
                return false;
            }

            await Task.Delay(PollEvery, clock, cancellationToken);
        }

        return true;
    }
}
