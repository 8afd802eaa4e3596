using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>
/// When advisors were at a conversation: from the customer's first unanswered message, or from the advisor's own message before, to each message of the
/// advisor; at most the longest engagement before it, for what is longer is idle, or was spent elsewhere. It is never shown of a person.
/// </summary>
internal static class AdvisorEngagement
{
    /// <summary>More spans than this are not kept: only a robot writes so often.</summary>
    private const int MostSpans = 300;

    public static IReadOnlyList<EngagedSpan> Of(ConversationTranscript transcript, TimeSpan longest)
    {
        var spans = new List<EngagedSpan>();
        DateTimeOffset? since = null;
        var answered = true;
        foreach (var message in transcript.Messages.Where(message => message.Kind == MessageKind.Message))
        {
            if (message.Sender.Role == SenderRole.Customer)
            {
                since = answered ? message.SentAt : since;
                answered = false;
            }
            else if (message.Sender.Role == SenderRole.Advisor)
            {
                Add(spans, message.Sender.Id, since, message.SentAt, longest);
                since = message.SentAt;
                answered = true;
            }
        }

        return spans;
    }

    private static void Add(List<EngagedSpan> spans, string? advisor, DateTimeOffset? since, DateTimeOffset to, TimeSpan longest)
    {
        var from = since > to - longest ? since.Value : to - longest;
        if (since is null || from >= to || spans.Count == MostSpans)
        {
            return;
        }

        // Spans that touch are one.
        if (spans.Count > 0 && spans[^1] is { } last && last.To == from && last.AdvisorId == advisor)
        {
            spans[^1] = last with { To = to };
        }
        else
        {
            spans.Add(new(advisor, from, to));
        }
    }
}
