using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>The flat, floor or building that stands before a street line and belongs to it.</summary>
internal static class Building
{
    private const int Reach = 64;

    private static readonly WordSet Words = new(
        "residence res batiment bat bt appartement appt apt app etage escalier esc porte lotissement hall lieu-dit flat "
        + "apartment room unit suite floor house");

    /// <summary>Where the address begins, given where its street line does.</summary>
    public static int StartOf(ScanText text, int street, Findings findings)
    {
        var start = street;
        var position = street;
        while (position > 0 && street - position < Reach && text.At(position - 1) is not ('.' or '!' or '?' or ';' or ':' or '\n'))
        {
            position--;
            if (text.IsWord(position) && !text.IsWord(position - 1) && IsBuilding(text, position))
            {
                start = position;
            }
        }

        return findings.IsFree(start, street) ? start : street;
    }

    private static bool IsBuilding(ScanText text, int position) =>
        Words.Contains(text.Folded[position..text.WordEnd(position, 20)]);
}
