using Pipeline.Messages;
using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>
/// Words as 32-bit numbers, the same in every collection and every text, so that no dictionary of words is kept. Of 50,000 words one pair may
/// share a number, which makes two words one and does no harm.
/// </summary>
internal static class WordHash
{
    /// <summary>The number of a stem.</summary>
    public static uint Of(string stem) => (uint)StableHash.Of(stem);

    /// <summary>The numbers of words, ascending, each once.</summary>
    public static uint[] SetOf(IReadOnlyList<Token> words)
    {
        var set = new uint[words.Count];
        for (var index = 0; index < set.Length; index++)
        {
            set[index] = Of(words[index].Stem);
        }

        Array.Sort(set);
        var count = 0;
        foreach (var word in set)
        {
            if (count == 0 || set[count - 1] != word)
            {
                set[count++] = word;
            }
        }

        return count == set.Length ? set : set[..count];
    }
}
