namespace Pipeline.Transcripts.Search.Words;

/// <summary>The stems of words: what stands in the index, and what is looked for.</summary>
internal static class SearchStems
{
    /// <summary>The stem in a language (fr, en).</summary>
    public static string Of(string word, string language) => language == "fr" ? FrenchStem.Of(word) : EnglishStem.Of(word);

    /// <summary>The stems by which a word of unknown language is looked for: the French and the English one, most often the same.</summary>
    public static IReadOnlyList<string> Both(string word)
    {
        var (french, english) = (FrenchStem.Of(word), EnglishStem.Of(word));
        return french == english ? [french] : [french, english];
    }
}
