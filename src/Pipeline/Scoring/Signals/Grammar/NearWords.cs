using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Signals.Grammar;

/// <summary>Knows words with one slip of the keyboard in them: a letter wrong, missing, too many, or two swapped. The first letter must be right.</summary>
internal sealed class NearWords
{
    /// <summary>Shorter words are too near to too many others.</summary>
    public const int ShortestWord = 5;

    private readonly Dictionary<char, (string Form, int Symbols)[]> _byFirst;

    public NearWords(IEnumerable<string> words, Vocabulary vocabulary) => _byFirst = words
        .SelectMany(PhrasePattern.Forms)
        .Where(form => form.Length >= ShortestWord)
        .GroupBy(form => form[0])
        .ToDictionary(group => group.Key, group => group.Select(form => (form, vocabulary.SymbolsOf(form))).ToArray());

    /// <summary>The words of a text, with those that nobody knows replaced by the one they are near to.</summary>
    public List<Word> Correct(string text, List<Word> words)
    {
        Span<char> form = stackalloc char[WordForm.Longest];
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (word.Symbols == Vocabulary.NoSymbols && word.Length >= ShortestWord - 1 && !word.Has(WordMarks.Emoji | WordMarks.Placeholder))
            {
                WordForm.Read(text, word.Start, form, out var length);
                words[index] = word with { Symbols = Nearest(form[..length]) };
            }
        }

        return words;
    }

    private int Nearest(ReadOnlySpan<char> form)
    {
        if (form.Length == 0 || !_byFirst.TryGetValue(form[0], out var candidates))
        {
            return Vocabulary.NoSymbols;
        }

        foreach (var (candidate, symbols) in candidates)
        {
            if (Math.Abs(candidate.Length - form.Length) <= 1 && IsOneSlip(form, candidate))
            {
                return symbols;
            }
        }

        return Vocabulary.NoSymbols;
    }

    private static bool IsOneSlip(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var same = left.CommonPrefixLength(right);
        var leftRest = left[same..];
        var rightRest = right[same..];
        if (leftRest.Length != rightRest.Length)
        {
            return leftRest.Length > rightRest.Length ? leftRest[1..].SequenceEqual(rightRest) : leftRest.SequenceEqual(rightRest[1..]);
        }

        return leftRest.Length == 0
            || leftRest[1..].SequenceEqual(rightRest[1..])
            || (leftRest.Length > 1 && leftRest[0] == rightRest[1] && leftRest[1] == rightRest[0] && leftRest[2..].SequenceEqual(rightRest[2..]));
    }
}
