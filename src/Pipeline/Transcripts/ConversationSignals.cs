using Pipeline.Messages;

namespace Pipeline.Transcripts;

/// <summary>Counts the signs of difficulty: those named in each message, and those that only the conversation shows.</summary>
internal static class ConversationSignals
{
    // The messages in which a customer tells the matter; what is told later belongs to any long conversation.
    private const int Opening = 3;

    private const int FewestWords = 3;
    private const double SameWords = 0.6;

    // Half of the ideal handling time of a whole chat (mission: 8 to 10 minutes) spent without any answer.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    public static IReadOnlyDictionary<string, int> After(ConversationState before, MessageAnalyzed message)
    {
        var signals = Copy(before.Signals);
        foreach (var signal in message.Analysis?.Signals ?? [])
        {
            if (before.CustomerMessages < Opening || !SignalNames.OfOpenings.Contains(signal))
            {
                Count(signals, signal);
            }
        }

        if (AsksAgain(before.Window, message.Text))
        {
            Count(signals, SignalNames.RepeatedQuestion);
        }

        if (before.WaitingSince is { } since && message.SentAt - since >= Long)
        {
            Count(signals, SignalNames.LongWait);
        }

        return signals;
    }

    /// <summary>The signs after an advisor's message: it is a transfer when another advisor had the conversation before.</summary>
    public static IReadOnlyDictionary<string, int> AfterAdvisor(ConversationState before, MessageAnalyzed message)
    {
        if (before.AdvisorId is null || message.Sender.Id is null || before.AdvisorId == message.Sender.Id)
        {
            return before.Signals;
        }

        var signals = Copy(before.Signals);
        Count(signals, SignalNames.Transfer);
        return signals;
    }

    private static SortedDictionary<string, int> Copy(IReadOnlyDictionary<string, int> signals)
    {
        var copy = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (signal, count) in signals)
        {
            copy.Add(signal, count);
        }

        return copy;
    }

    private static void Count(SortedDictionary<string, int> signals, string signal) =>
        signals[signal] = signals.GetValueOrDefault(signal) + 1;

    private static bool AsksAgain(IReadOnlyList<Turn> window, string text)
    {
        var words = Words(text);
        if (words.Count < FewestWords)
        {
            return false;
        }

        foreach (var turn in window)
        {
            if (turn.Role == SenderRole.Customer)
            {
                var earlier = Words(turn.Text);
                if (earlier.Count >= FewestWords && Overlap(words, earlier) >= SameWords)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Jaccard's index: shared words over all words.
    private static double Overlap(HashSet<string> left, HashSet<string> right)
    {
        var shared = left.Count(right.Contains);
        return (double)shared / (left.Count + right.Count - shared);
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        var length = Math.Min(text.Length, Turn.MaxText);
        for (var index = 0; index <= length; index++)
        {
            if (index < length && char.IsLetterOrDigit(text[index]))
            {
                start = start < 0 ? index : start;
            }
            else if (start >= 0)
            {
                // Words of one or two letters (le, de, I, a) say nothing of the question.
                if (index - start > 2)
                {
                    words.Add(text[start..index]);
                }

                start = -1;
            }
        }

        return words;
    }
}
