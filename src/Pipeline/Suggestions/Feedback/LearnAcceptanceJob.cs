using Microsoft.Extensions.Logging;

namespace Pipeline.Suggestions.Feedback;

/// <summary>Learns each night, for each brand, from what advisors used in the last four weeks.</summary>
public sealed partial class LearnAcceptanceJob(
    SuggestionHistory history, BrandWeightsSource weights, TimeProvider clock, ILogger<LearnAcceptanceJob> logger) : ITimerJob
{
    private const int Days = 28;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var moments = new Dictionary<string, List<AnsweredMoment>>(StringComparer.OrdinalIgnoreCase);
        var read = 0;
        await foreach (var conversation in history.ReadAsync(today.AddDays(-Days), today, cancellationToken))
        {
            // Nothing was offered in one that is held out.
            if (conversation is { HeldOut: false, Moments.Count: > 0 })
            {
                moments.TryAdd(conversation.Brand, []);
                moments[conversation.Brand].AddRange(conversation.Moments);
            }

            if (++read == SuggestionReporter.MostConversations)
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
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Learned {Version} for {Brand} from {Count} answers.")]
        public static partial void Learned(ILogger logger, string brand, string version, int count);
    }
}
