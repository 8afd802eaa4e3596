using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// Shares the time of an advisor between the conversations that went on at once: in each moment in which several have a span, each gets an equal part, so
/// that no minute counts twice. Spans whose advisor is not known share with nothing.
/// </summary>
internal static class SharedTime
{
    /// <summary>The handling time of each conversation, seconds, in the order given.</summary>
    public static double[] Of(IReadOnlyList<IReadOnlyList<EngagedSpan>> conversations)
    {
        var seconds = new double[conversations.Count];
        var byAdvisor = conversations
            .SelectMany((spans, conversation) => spans.Select(span => (conversation, span)))
            .GroupBy(entry => entry.span.AdvisorId);
        foreach (var advisor in byAdvisor.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (advisor.Key is null)
            {
                foreach (var (conversation, span) in advisor)
                {
                    seconds[conversation] += (span.To - span.From).TotalSeconds;
                }
            }
            else
            {
                Share(advisor.ToList(), seconds);
            }
        }

        return Array.ConvertAll(seconds, value => Math.Round(value, 3));
    }

    // A sweep over the ends of the spans, in order of time; what ends at a moment ends before what begins there.
    private static void Share(List<(int Conversation, EngagedSpan Span)> entries, double[] seconds)
    {
        var ends = entries
            .SelectMany(entry => new[] { (At: entry.Span.From, Begins: true, entry.Conversation), (At: entry.Span.To, Begins: false, entry.Conversation) })
            .OrderBy(end => end.At).ThenBy(end => end.Begins).ThenBy(end => end.Conversation)
            .ToList();
        var open = new SortedDictionary<int, int>();
        var before = ends[0].At;
        foreach (var (at, begins, conversation) in ends)
        {
            var part = (at - before).TotalSeconds / Math.Max(1, open.Count);
            foreach (var running in open.Keys)
            {
                seconds[running] += part;
            }

            before = at;
            var count = open.GetValueOrDefault(conversation) + (begins ? 1 : -1);
            if (count == 0)
            {
                open.Remove(conversation);
            }
            else
            {
                open[conversation] = count;
            }
        }
    }
}
