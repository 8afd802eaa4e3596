using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Fitting;

/// <summary>Tells whether a French text says tu.</summary>
internal static class FormOfAddress
{
    private static readonly string[] Tu = ["tu", "te", "toi", "ta", "tes", "ton", "t"];

    /// <summary>
    /// Whether a word of it is a tu, its object or its possessive. "Un ton" is taken for one too: then a phrase is missing, no more.
    /// </summary>
    public static bool IsTu(string text) => TextTokens.FoldedWords(text).Split(' ').Any(Tu.Contains);
}
