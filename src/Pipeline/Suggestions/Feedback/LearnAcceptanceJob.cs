using Microsoft.Extensions.Logging;
using Pipeline.Suggestions.Replies;

namespace Pipeline.Suggestions.Feedback;

/// <summary>
/// Learns each night, from the conversations of the last four weeks: for each brand from what advisors used, and from what they sent themselves and
/// customers accepted.
/// </summary>
public sealed partial class LearnAcceptanceJob(
    SuggestionHistory history,
    BrandWeightsSource weights,
    AcceptedReplies accepted,
    AcceptedReplyStore replies,
    TimeProvider clock,
    ILogger<LearnAcceptanceJob> logger) : ITimerJob
{
    private const int Days = 28;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var moments = new Dictionary<string, List<AnsweredMoment>>(StringComparer.OrdinalIgnoreCase);
        var read = new List<string>();
        var sent = new List<SentReply>();
        await foreach (var transcript in history.TranscriptsAsync(today.AddDays(-Days), today, cancellationToken))
        {
            read.Add(transcript.Conversation.Key);
            sent.AddRange(accepted.Of(transcript, AnswerMatching.Answers(transcript, static found => found)));

            // Nothing was offered in one that is held out.
            var conversation = await history.ObserveAsync(transcript, cancellationToken);
            if (conversation is { HeldOut: false, Moments.Count: > 0 })
            {
                moments.TryAdd(conversation.Brand, []);
                moments[conversation.Brand].AddRange(conversation.Moments);
            }

            if (read.Count == SuggestionReporter.MostConversations)
            {
                break;
            }
        }

        foreach (var (brand, answered) in moments)
        {
            var learned = AcceptanceLearner.Learn(AcceptanceLearner.Count(answered));
            await weights.WriteAsync(brand, learned, cancellationToken);
            Log.Learned(logger, brand, learned.Version, answered.Count);
        }

        Log.Replies(logger, sent.Count, read.Count, await replies.LearnAsync(read, sent, cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Learned {Version} for {Brand} from {Count} answers.")]
        public static partial void Learned(ILogger logger, string brand, string version, int count);

        [LoggerMessage(2, LogLevel.Information, "Found {Replies} accepted replies in {Conversations} conversations; {Rows} rows changed.")]
        public static partial void Replies(ILogger logger, int replies, int conversations, int rows);
    }
}
