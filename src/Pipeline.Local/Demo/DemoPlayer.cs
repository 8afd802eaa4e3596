using System.Collections.Concurrent;
using System.Globalization;
using Pipeline.Replay;

namespace Pipeline.Local.Demo;

/// <summary>
/// Plays the bundled conversations through the webhook again and again, as a desk would see them: several at once, at a human pace,
/// under new ids each round.
/// </summary>
public sealed partial class DemoPlayer(
    GenericWebhookClient client,
    IReadOnlyList<RecordedConversation> conversations,
    double speed,
    TimeProvider clock,
    ILogger<DemoPlayer> logger)
{
    /// <summary>How many conversations are open at once.</summary>
    private const int Lanes = 4;

    // In recorded time: what passes between the first conversations, and between two of a lane.
    private static readonly TimeSpan Stagger = TimeSpan.FromSeconds(20);

    private readonly string _run = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
    private readonly ConcurrentDictionary<string, RecordedConversation> _open = new(StringComparer.Ordinal);
    private int _taken = -1;

    /// <summary>Plays until cancelled.</summary>
    public Task PlayAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => PlayLaneAsync(lane, stoppingToken)));

    /// <summary>Closes the conversations that were cut off, so that no advisor still holds them when the host runs again.</summary>
    public async Task CloseOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_open.Select(open =>
                SendAsync(ReplayScript.Close(open.Value, open.Key, clock.GetUtcNow()), cancellationToken)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.NotClosed(logger, _open.Count);
        }
    }

    private async Task PlayLaneAsync(int lane, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Stagger * lane / speed, clock, stoppingToken);
            while (true)
            {
                await PlayNextAsync(stoppingToken);
                await Task.Delay(Stagger / speed, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task PlayNextAsync(CancellationToken stoppingToken)
    {
        var (round, index) = Math.DivRem(Interlocked.Increment(ref _taken), conversations.Count);
        var conversation = conversations[index];
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation.Id}-{_run}-{round + 1}");
        var startedAt = clock.GetUtcNow();
        _open[id] = conversation;
        foreach (var webhook in ReplayScript.Write(conversation, id, startedAt, speed))
        {
            var pause = startedAt + webhook.At - clock.GetUtcNow();
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, stoppingToken);
            }

            await SendAsync(webhook, stoppingToken);
        }

        _open.TryRemove(id, out _);
    }

    private async Task SendAsync(ReplayedEvent webhook, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(webhook, cancellationToken);
        if (!answer.Accepted)
        {
            Log.NotAccepted(logger, webhook.WebhookId, answer.Status, answer.Detail);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The demo's webhook {WebhookId} was not accepted ({Status}): {Detail}")]
        public static partial void NotAccepted(ILogger logger, string webhookId, int? status, string? detail);

        [LoggerMessage(2, LogLevel.Warning, "No time to close the demo's {Conversations} conversations; they will be closed as idle.")]
        public static partial void NotClosed(ILogger logger, int conversations);
    }
}
