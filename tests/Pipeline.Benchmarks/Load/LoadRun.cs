using System.Globalization;
using System.Text.Json;
using Pipeline.Local.Demo;
using Pipeline.Replay;
using Pipeline.Training.Replay;

namespace Pipeline.Benchmarks.Load;

/// <summary>The load generator: each connection plays bundled conversations under new ids, a message of each in turn, one after the
/// other's answer.</summary>
internal sealed class LoadRun(LoadOrder order)
{
    private const int Samplers = 2;

    // This program compiles itself meanwhile: what it waits for then is not the host.
    private static readonly TimeSpan OwnStart = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly SendSchedule _schedule = new(order.Rate, TimeProvider.System);
    private readonly SignedRequest _requests = new(order.Webhook, order.Secret, TimeProvider.System);
    private int _conversations;
    private long _accepted;
    private long _refused;
    private long _bytes;

    /// <summary>Sends, and prints the result as one line.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var conversations = await BundledConversations.ReadAsync(cancellationToken);
        var started = _clock.GetTimestamp();
        var sampler = new PathSampler(order, _requests, conversations);
        var sampling = order.Rate > 0
            ? Enumerable.Range(0, Samplers).Select(lane => sampler.RunAsync(lane, cancellationToken)).ToArray()
            : [];
        var lanes = await Task.WhenAll(
            Enumerable.Range(0, order.Connections).Select(_ => PlayAsync(conversations, started, cancellationToken)));
        var seconds = _clock.GetElapsedTime(started).TotalSeconds;
        await Task.WhenAll(sampling);
        var result = new LoadResult(
            _accepted + sampler.Accepted,
            _refused,
            _bytes,
            seconds,
            LatencySummary.Of(lanes.SelectMany(lane => lane)),
            LatencySummary.Of(sampler.Transcripts),
            LatencySummary.Of(sampler.Suggestions),
            sampler.Suggestions.Count,
            _conversations);
        await Console.Out.WriteLineAsync(LoadResult.Line + JsonSerializer.Serialize(result));
    }

    private async Task<List<TimeSpan>> PlayAsync(
        IReadOnlyList<RecordedConversation> conversations, long started, CancellationToken cancellationToken)
    {
        var answers = new List<TimeSpan>(16 * 1024);
        using var connection = await LoadConnection.OpenAsync(order.Webhook, cancellationToken);
        var open = new Queue<ReplayedEvent>[order.Open];
        for (var turn = 0; ; turn = (turn + 1) % open.Length)
        {
            var pause = _schedule.TakePause();
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, _clock, cancellationToken);
            }

            if (_clock.GetElapsedTime(started) > order.Duration)
            {
                return answers;
            }

            if (open[turn] is not { Count: > 0 })
            {
                open[turn] = new(Begin(conversations));
            }

            var happening = open[turn].Dequeue();
            var request = _requests.Write(happening);
            var sent = _clock.GetTimestamp();
            if (await connection.SendAsync(request, cancellationToken) is >= 200 and < 300)
            {
                Interlocked.Increment(ref _accepted);
                Interlocked.Add(ref _bytes, happening.Body.Length);
                if (_clock.GetElapsedTime(started, sent) > OwnStart)
                {
                    answers.Add(_clock.GetElapsedTime(sent));
                }
            }
            else
            {
                Interlocked.Increment(ref _refused);
            }
        }
    }

    private IReadOnlyList<ReplayedEvent> Begin(IReadOnlyList<RecordedConversation> conversations)
    {
        var number = Interlocked.Increment(ref _conversations);
        var conversation = conversations[number % conversations.Count];
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation.Id}-{order.Run}-{number}");
        return ReplayScript.Write(conversation, id, _clock.GetUtcNow() - conversation.Duration - TimeSpan.FromSeconds(1));
    }
}
