using Pipeline.Replay;

namespace Pipeline.Training.Replay;

/// <summary>Plays recorded conversations through a webhook: several at once, each in its order, with its times moved to now.</summary>
public sealed class ReplayRun(GenericWebhookClient client, ReplayOptions options, TimeProvider clock)
{
    private readonly RatePacer _pacer = new(options.Rate, clock);
    private readonly ReplayTally _tally = new();

    /// <summary>Plays them.</summary>
    /// <param name="conversations">The conversations.</param>
    /// <param name="progress">Told of each conversation that ended.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<ReplayReport> PlayAsync(
        IReadOnlyList<RecordedConversation> conversations, IProgress<RecordedConversation> progress, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(conversations, parallel, async (conversation, token) =>
        {
            await PlayOneAsync(conversation, token);
            _tally.ConversationEnded();
            progress.Report(conversation);
        });
        return _tally.Report(clock.GetElapsedTime(started));
    }

    private async Task PlayOneAsync(RecordedConversation conversation, CancellationToken cancellationToken)
    {
        // Without pauses the messages are sent together, so the conversation is made to end now: no message claims to be from the future.
        var now = clock.GetUtcNow();
        var startedAt = options.Pace == ReplayPace.Recorded ? now : now - conversation.Duration - TimeSpan.FromSeconds(1);
        foreach (var webhook in ReplayScript.Write(conversation, $"{conversation.Id}-{options.Run}", startedAt))
        {
            if (options.Pace == ReplayPace.Recorded)
            {
                await WaitUntilAsync(startedAt + webhook.At, cancellationToken);
            }

            await WaitUntilAsync(_pacer.Take(), cancellationToken);
            _tally.Add(await client.SendAsync(webhook, cancellationToken));
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var pause = due - clock.GetUtcNow();
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
    }
}
