using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Signals;

/// <summary>Finds the signs of difficulty in a message.</summary>
internal static class SignalFinder
{
    /// <summary>The signs, ordinally ordered, each once.</summary>
    /// <param name="text">The text, for its amounts.</param>
    /// <param name="matches">The phrases found in it.</param>
    /// <param name="entries">What the phrases are.</param>
    /// <param name="foreign">Whether the text is written in a language that is not served.</param>
    public static string[] Find(string text, List<PhraseMatch> matches, IReadOnlyList<object> entries, bool foreign)
    {
        var signals = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var match in matches)
        {
            if (entries[match.Entry] is SignalGroup group && !IsTakenBack(group.Signal, match, matches, entries))
            {
                signals.Add(group.Signal);
            }
        }

        if (signals.Contains(SignalNames.WantsManager))
        {
            signals.Add(SignalNames.WantsHuman);
        }

        if (foreign)
        {
            signals.Add(SignalNames.LanguageBarrier);
        }

        if (Amounts.IsHigh(text))
        {
            signals.Add(SignalNames.HighAmount);
        }

        return [.. signals];
    }

    /// <summary>Matches come in the order of their first words, so those that can overlap stand close by.</summary>
    internal static bool IsTakenBack(string signal, PhraseMatch match, List<PhraseMatch> matches, IReadOnlyList<object> entries)
    {
        var from = matches.BinarySearch(new(0, match.First - LongestPhrase, 0), ByFirst);
        for (var index = Math.Max(0, from < 0 ? ~from : from); index < matches.Count && matches[index].First <= match.Last; index++)
        {
            if (entries[matches[index].Entry] is SignalException exception && exception.Signal == signal && matches[index].Overlaps(match))
            {
                return true;
            }
        }

        return false;
    }

    private const int LongestPhrase = 24;

    private static readonly Comparer<PhraseMatch> ByFirst = Comparer<PhraseMatch>.Create((left, right) =>
        left.First.CompareTo(right.First));
}
