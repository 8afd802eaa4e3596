using Microsoft.Extensions.Options;

namespace Pipeline.Suggestions.Feedback;

/// <summary>Makes reports of what suggestions brought.</summary>
public sealed class SuggestionReporter(SuggestionHistory history, IOptions<SuggestionOptions> options)
{
    /// <summary>The most conversations that one report reads: about a minute's work.</summary>
    public const int MostConversations = 5_000;

    /// <summary>The report over some days.</summary>
    public async Task<SuggestionReport> ReportAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var observed = new List<ObservedConversation>();
        var truncated = false;
        await foreach (var conversation in history.ReadAsync(from, to, cancellationToken))
        {
            if (observed.Count == MostConversations)
            {
                truncated = true;
                break;
            }

            observed.Add(conversation);
        }

        return SuggestionReport.Of(from, to, observed, truncated, options.Value.Speaking.DefaultLevel);
    }
}
