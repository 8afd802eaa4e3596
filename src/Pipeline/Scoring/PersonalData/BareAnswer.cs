namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Tells whether a text is nothing but data, such as "14/09/1991 et 35200": the answer to an advisor's question, which the text
/// itself does not repeat.
/// </summary>
internal static class BareAnswer
{
    private const int MostLetters = 6;
    private const int LongestText = 60;

    /// <summary>Whether, apart from what was found already, the text has no more than a word or two.</summary>
    public static bool Is(ScanText text, Findings findings)
    {
        if (text.Length > LongestText)
        {
            return false;
        }

        var letters = 0;
        for (var position = 0; position < text.Length; position++)
        {
            letters += char.IsLetter(text.At(position)) && findings.IsFree(position, position + 1) ? 1 : 0;
        }

        return letters <= MostLetters;
    }
}
