using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Language;

/// <summary>
/// What the letters of a word say about its language where no list knows the word: accents, and groups of letters typical of one
/// language.
/// </summary>
internal static class LetterHints
{
    private const double Group = 0.4;
    private const double Accent = 1;

    private static readonly string[] FrenchEnds =
    [
        "eux", "aux", "oir", "ais", "ait", "ez", "que", "eur", "eau", "eaux", "oire", "elle", "ment", "aient", "tte", "ier",
    ];
    private static readonly string[] EnglishEnds =
    [
        "ing", "ght", "ly", "ness", "ed", "ck", "ould", "sh", "th", "ful", "less", "wn", "ay", "ey",
    ];
    private static readonly string[] EnglishStarts = ["wh", "th", "sh", "kn", "wr", "w", "k"];

    /// <summary>The weights of a word.</summary>
    public static LanguageWeights Of(ReadOnlySpan<char> word)
    {
        var weights = default(LanguageWeights);
        Span<char> folded = stackalloc char[WordForm.Longest];
        if (word.Length > folded.Length)
        {
            return weights;
        }

        for (var index = 0; index < word.Length; index++)
        {
            folded[index] = Folding.Fold(word[index]);
            weights += char.ToLowerInvariant(word[index]) switch
            {
                'é' or 'è' or 'ê' or 'à' or 'ç' or 'ù' or 'û' or 'î' or 'ï' or 'ô' or 'â' or 'œ' or 'ë' => new(Accent, 0, 0),
                'ñ' or 'ß' or 'ä' or 'ö' or 'ü' or 'á' or 'í' or 'ó' or 'ú' or 'ã' or 'õ' or 'ł' or 'ż' => new(0, 0, Accent),
                > '\u036F' and < '\u2000' or > '\u2E80' and < '\uD800' => new(0, 0, Accent),
                _ => default,
            };
        }

        return word.Length < 4 ? weights : weights + Groups(folded[..word.Length]);
    }

    private static LanguageWeights Groups(ReadOnlySpan<char> folded)
    {
        var weights = default(LanguageWeights);
        foreach (var end in FrenchEnds)
        {
            weights = folded.EndsWith(end, StringComparison.Ordinal) ? weights with { French = Group } : weights;
        }

        foreach (var end in EnglishEnds)
        {
            weights = folded.EndsWith(end, StringComparison.Ordinal) ? weights with { English = Group } : weights;
        }

        foreach (var start in EnglishStarts)
        {
            weights = folded.StartsWith(start, StringComparison.Ordinal) ? weights with { English = Group } : weights;
        }

        return weights;
    }
}
