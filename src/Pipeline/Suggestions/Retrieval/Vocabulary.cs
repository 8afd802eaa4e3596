using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>The words of a library, numbered. It grows while an index is made and is only read afterwards.</summary>
internal sealed class Vocabulary(string language)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _numbers.Count;

    /// <summary>The number of a word; -1 when no phrase holds it.</summary>
    public int Find(string stem) => _numbers.GetValueOrDefault(stem, -1);

    /// <summary>The words of a text that a phrase will hold, numbered.</summary>
    public int[] Learn(string text)
    {
        var words = TextTokens.Of(text, language);
        foreach (var word in words)
        {
            _numbers.TryAdd(word.Stem, _numbers.Count);
        }

        return Numbers(words);
    }

    /// <summary>What a text says, in the words that this library has; it makes no difference what others it holds.</summary>
    public Fingerprint Read(string text)
    {
        var plain = PhraseSlots.Remove(text);
        int[][] sentences = [.. TextTokens.Sentences(plain).Select(sentence => Numbers(TextTokens.Of(sentence, language)))];

        // What stands in brackets is left out, and may reach over the end of a sentence; else the whole is its sentences.
        var whole = TextTokens.HasBrackets(plain) ? Numbers(TextTokens.Of(plain, language)) : Together(sentences);
        return new(whole, [.. sentences.Where(words => words.Length >= Fingerprint.WholeSentence)]);
    }

    private static int[] Together(int[][] sentences)
    {
        if (sentences.Length == 1)
        {
            return sentences[0];
        }

        int[] ascending = [.. sentences.SelectMany(words => words).Distinct()];
        Array.Sort(ascending);
        return ascending;
    }

    private int[] Numbers(IReadOnlyList<Token> words)
    {
        var numbers = new HashSet<int>(words.Count);
        foreach (var word in words)
        {
            if (_numbers.TryGetValue(word.Stem, out var number))
            {
                numbers.Add(number);
            }
        }

        int[] ascending = [.. numbers];
        Array.Sort(ascending);
        return ascending;
    }
}
