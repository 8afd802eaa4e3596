namespace Pipeline.Scoring.PersonalData;

/// <summary>Reads the words of a person's name.</summary>
internal static class NameWords
{
    /// <summary>Where the name ends that goes on behind a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Right behind the word before it.</param>
    /// <param name="most">The most words to take; "de", "van" and the like come on top.</param>
    /// <param name="lowerToo">Whether words without a capital count, until a small word.</param>
    /// <returns>The position itself when no name follows.</returns>
    public static int End(ScanText text, int position, int most, bool lowerToo)
    {
        var end = position;
        for (var words = 0; words < most; words++)
        {
            var start = text.At(end) == ' ' ? end + 1 : -1;
            start = start > 0 && IsParticle(text, start, out var next) ? next : start;
            if (start < 0 || !char.IsLetter(text.At(start)))
            {
                break;
            }

            var wordEnd = text.WordEnd(start, 30);
            var word = text.Folded[start..wordEnd];
            if (word.Length < 2 || FunctionWords.Contains(word) || !(lowerToo || text.IsCapital(start)))
            {
                break;
            }

            end = wordEnd;
        }

        return end;
    }

    private static bool IsParticle(ScanText text, int start, out int next)
    {
        var end = text.WordEnd(start, 6);
        next = end + 1;
        return text.Folded[start..end] is "de" or "du" or "le" or "la" or "da" or "di" or "van" or "von" or "el" or "ben" or "al"
            && text.At(end) == ' ' && text.IsCapital(next);
    }
}
