namespace Pipeline.Quality.Knowledge.Words;

/// <summary>
/// The words by which questions are compared: those that carry the matter, cut to their beginning so that forms of one word are one, each once, in
/// ordinal order. Placeholders of masked data are none: two customers' numbers make no two questions alike.
/// </summary>
public static class QuestionTerms
{
    /// <summary>The most terms of a question: what comes after says nothing more.</summary>
    public const int Most = 60;

    // Facture, factures, facturation: beginnings of this length keep the forms of a word together in French and in English.
    private const int StemLength = 6;

    private const int LeastLength = 3;

    /// <summary>The terms of a masked text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many at most: the first ones.</param>
    public static IReadOnlyList<string> Of(string text, int most = Most)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        var folded = FoldedText.Of(text);
        for (var at = 0; at < folded.Length && terms.Count < most;)
        {
            if (folded[at] == '[' && folded.IndexOf(']', at) is > 0 and var close)
            {
                at = close + 1;
                continue;
            }

            var start = at;
            while (at < folded.Length && char.IsLetterOrDigit(folded[at]))
            {
                at++;
            }

            if (at == start)
            {
                at++;
                continue;
            }

            var word = folded[start..at];
            if (word.Length >= LeastLength && !CommonWords.Contains(word))
            {
                terms.Add(StemOf(word));
            }
        }

        return [.. terms];
    }

    private static string StemOf(string word)
    {
        var length = word.Length > LeastLength + 1 && word[^1] is 's' or 'x' && !char.IsDigit(word[0]) ? word.Length - 1 : word.Length;
        return word[..Math.Min(length, StemLength)];
    }
}
