using Pipeline.Replay;

namespace Pipeline.Training.Cost;

/// <summary>One webhook of a replayed conversation, and what it brought about.</summary>
/// <param name="At">When it comes, from the beginning of its conversation.</param>
/// <param name="Invocations">What each stage did.</param>
public sealed record ReplayedWebhook(TimeSpan At, IReadOnlyList<Invocation> Invocations);

/// <summary>What a file of conversations made the path do.</summary>
/// <param name="Conversations">The webhooks of each conversation, in order.</param>
/// <param name="Tallies">The counts of each stage.</param>
/// <param name="CustomerTexts">The customers' messages, as an analysing service would bill them.</param>
/// <param name="StoredBytes">The bytes of rows that stand at the end.</param>
/// <param name="MetricSeries">How many series the metrics of the path have.</param>
public sealed record ReplayedTraffic(
    IReadOnlyList<IReadOnlyList<ReplayedWebhook>> Conversations,
    IReadOnlyList<StageTally> Tallies,
    IReadOnlyList<CustomerText> CustomerTexts,
    long StoredBytes,
    int MetricSeries)
{
    // Enough of them for the just-in-time compiler to be done with the path.
    private const int WarmUpConversations = 40;

    // A million of customers' messages a month, at about eight a conversation, within twelve hours a day.
    private static readonly TimeSpan BetweenConversations = TimeSpan.FromSeconds(9);

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Customers' messages: what costs are told by.</summary>
    public int CustomerMessages => CustomerTexts.Count;

    /// <summary>All webhooks: messages of both sides, ratings and closes.</summary>
    public int Webhooks => Conversations.Sum(conversation => conversation.Count);

    /// <summary>Plays conversations through a path of their own, beside one another as on a desk with little to do.</summary>
    /// <param name="recorded">The conversations.</param>
    /// <param name="progress">Told after each webhook.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ReplayedTraffic> PlayAsync(
        IReadOnlyList<RecordedConversation> recorded, Action progress, CancellationToken cancellationToken)
    {
        await PlayOnceAsync([.. recorded.Take(WarmUpConversations)], static () => { }, cancellationToken);
        return await PlayOnceAsync(recorded, progress, cancellationToken);
    }

    private static async Task<ReplayedTraffic> PlayOnceAsync(
        IReadOnlyList<RecordedConversation> recorded, Action progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-cost-").FullName;
        try
        {
            using var meter = new PathMeter();
            await using var path = await MeteredPath.StartAsync(folder, meter, Start, cancellationToken);
            var conversations = recorded.Select(_ => new List<ReplayedWebhook>()).ToList();
            foreach (var (number, at, webhook) in Interleaved(recorded))
            {
                conversations[number].Add(new(webhook.At, await path.FollowAsync(webhook, at, cancellationToken)));
                progress();
            }

            return new(conversations, meter.Tallies, CustomerText.Of(recorded), path.Tables.Bytes, meter.MetricSeries);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What is read again after some time (phrases, advisors) is read so often for each message as at the smallest volume that is priced.
    private static IEnumerable<(int Conversation, DateTimeOffset At, ReplayedEvent Webhook)> Interleaved(
        IReadOnlyList<RecordedConversation> recorded) => recorded
        .SelectMany((conversation, number) =>
        {
            var startedAt = Start + (number * BetweenConversations);
            return ReplayScript.Write(conversation, $"{conversation.Id}-{number}", startedAt)
                .Select(webhook => (Number: number, At: startedAt + webhook.At, Webhook: webhook));
        })
        .OrderBy(happening => happening.At);
}
