using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Lexicons;

/// <summary>Puts the spellings of chats right.</summary>
internal static class ChatSpelling
{
    /// <summary>The words with their usual spelling.</summary>
    /// <param name="words">The words of a text.</param>
    /// <param name="spellings">The usual spelling: sets of symbols by the index of the word's own.</param>
    public static List<Word> Apply(List<Word> words, IReadOnlyDictionary<int, int[]> spellings)
    {
        if (!words.Exists(word => spellings.ContainsKey(word.Symbols)))
        {
            return words;
        }

        var result = new List<Word>(words.Count + 4);
        foreach (var word in words)
        {
            if (!spellings.TryGetValue(word.Symbols, out var spelling))
            {
                result.Add(word);
                continue;
            }

            for (var index = 0; index < spelling.Length; index++)
            {
                // Only the outer words of the spelling stand at the edges of a sentence.
                var inner = (index > 0 ? WordMarks.First : WordMarks.None)
                    | (index < spelling.Length - 1 ? WordMarks.Last : WordMarks.None);
                result.Add(word with { Symbols = spelling[index], Marks = word.Marks & ~inner });
            }
        }

        return result;
    }
}
