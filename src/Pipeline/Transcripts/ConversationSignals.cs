using Pipeline.Messages;

namespace Pipeline.Transcripts;

/// <summary>Counts the signs of difficulty: those named in each message, and those that only the conversation shows.</summary>
internal static class ConversationSignals
{
    /// <summary>The customer asked nearly the same again.</summary>
    public const string RepeatedQuestion = "repeated_question";

    /// <summary>The customer wrote again after having waited long for an answer.</summary>
    public const string LongWait = "long_wait";

    private const int FewestWords = 3;
    private const double SameWords = 0.6;

    // Half of the ideal handling time of a whole chat (mission: 8 to 10 minutes) spent without any answer.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    public static IReadOnlyDictionary<string, int> After(ConversationState before, MessageAnalyzed message)
    {
        var signals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (signal, count) in before.Signals)
        {
            signals.Add(signal, count);
        }

        foreach (var signal in message.Analysis?.Signals ?? [])
        {
            signals[signal] = signals.GetValueOrDefault(signal) + 1;
        }

        if (AsksAgain(before.Window, message.Text))
        {
            signals[RepeatedQuestion] = signals.GetValueOrDefault(RepeatedQuestion) + 1;
        }

        if (before.WaitingSince is { } since && message.SentAt - since >= Long)
        {
            signals[LongWait] = signals.GetValueOrDefault(LongWait) + 1;
        }

        return signals;
    }

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
