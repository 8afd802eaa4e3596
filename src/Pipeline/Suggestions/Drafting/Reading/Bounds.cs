namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Whether the words around a fact make it a most ("within", "avant") or a least ("from", "plus de").</summary>
internal static class Bounds
{
    private const int LongestExpression = 4;

    public static int Of(IReadOnlyList<Lexeme> lexemes, FactToken fact, GuardWords words)
    {
        var end = fact.Start;
        if (end > 0 && lexemes[end - 1].Text is "le" or "les" or "the" or "du" or "au" or "only" or "just" or "seulement" && end > 1)
        {
            var direct = Before(lexemes, end, words);
            if (direct != 0)
            {
                return direct;
            }

            end--;
        }

        var before = Before(lexemes, end, words);
        return before != 0 ? before
            : words.AtMost.AtOrNone(lexemes, fact.End) is { Length: > 0 } most && IsAfterword(lexemes, fact.End, most.Length) ? -1
            : words.AtLeast.AtOrNone(lexemes, fact.End) is { Length: > 0 } least && IsAfterword(lexemes, fact.End, least.Length) ? 1
            : 0;
    }

    private static int Before(IReadOnlyList<Lexeme> lexemes, int end, GuardWords words)
    {
        for (var length = Math.Min(LongestExpression, end); length > 0; length--)
        {
            if (words.AtMost.At(lexemes, end - length).Length == length)
            {
                return -1;
            }

            if (words.AtLeast.At(lexemes, end - length).Length == length)
            {
                return 1;
            }
        }

        return 0;
    }

    // Behind a number only "au plus", "maximum", "at least" speak of it; "sous", "avant", "from" speak of what comes.
    private static bool IsAfterword(IReadOnlyList<Lexeme> lexemes, int position, int length) =>
        lexemes[position].Text is "maximum" or "minimum" || (length > 1 && lexemes[position].Text is "au" or "at" && lexemes[position + 1].Text
            is "plus" or "moins" or "most" or "least" or "maximum" or "minimum");
}
