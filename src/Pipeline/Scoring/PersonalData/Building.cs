using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>The flat, floor or building that stands before a street line and belongs to it.</summary>
internal static class Building
{
    private const int Reach = 64;

    private static readonly WordSet Words = new(
        "residence res batiment bat bt appartement appt apt app etage escalier esc porte lotissement hall lieu-dit flat "
        + "apartment room unit suite floor house block tower wing lodge studio penthouse basement building bldg tour immeuble imm villa chalet entree");

    private static readonly WordSet Houses = new(
        "cottage house lodge farm farmhouse barn villa court manor mill apartments mansions hall grange bungalow studios wharf heights towers point forge rectory vicarage");

    /// <summary>Where the address begins, given where its street line does.</summary>
    /// <param name="isNumber">Whether what the line begins with can be the number of the flat itself: "Flat 12B, Tannery Wharf".</param>
    public static int StartOf(ScanText text, int street, Findings findings, bool isNumber = false)
    {
        var start = street;
        var position = street;
        while (position > 0 && street - position < Reach && (text.At(position - 1) is not ('.' or '!' or '?' or ';' or ':' or '\n') || IsAbbreviation(text, position - 1)))
        {
            position--;
            if (text.IsWord(position) && !text.IsWord(position - 1) && IsBuilding(text, position, isNumber ? street + 1 : street))
            {
                start = position;
            }
        }

        return findings.IsFree(start, street) ? start : street;
    }

    /// <summary>"Rose Cottage, 4 Mill Lane": where the house's name before a number begins; the number when there is none.</summary>
    public static int HouseNameStart(ScanText text, int number, Findings findings)
    {
        var end = number - 2;
        var start = text.WordStart(end, 16);
        if (text.At(number - 1) != ' ' || text.At(end) != ',' || !text.IsCapital(start) || !Houses.Contains(text.Folded[start..end]))
        {
            return number;
        }

        for (var words = 0; words < 2 && text.At(start - 1) == ' '; words++)
        {
            var word = text.WordStart(start - 1, 20);
            if (word == start - 1 || !text.IsCapital(word))
            {
                break;
            }

            start = word;
        }

        return findings.IsFree(start, number) ? start : number;
    }

    /// <summary>The dot of "bât. 4" ends no sentence.</summary>
    private static bool IsAbbreviation(ScanText text, int dot) =>
        text.At(dot) == '.' && text.Folded[text.WordStart(dot, 6)..dot] is "bat" or "bt" or "res" or "app" or "apt" or "appt" or "esc" or "imm" or "no" or "et";

    private static bool IsBuilding(ScanText text, int position, int street) =>
        Words.Contains(text.Folded[position..text.WordEnd(position, 20)]) && IsNamed(text, text.WordEnd(position, 20), street);

    /// <summary>"flat 2", "bât C", "Résidence Les Tilleuls", and not "the flat at 8 …", nor "appartement neuf, 8 …".</summary>
    private static bool IsNamed(ScanText text, int end, int street)
    {
        var next = text.At(end) is '.' or ' ' ? end + 1 : end;
        next += text.At(next) == ' ' ? 1 : 0;
        return next < street && (char.IsAsciiDigit(text.At(next)) || text.IsCapital(next)
            || (char.IsLetter(text.At(next)) && text.WordEnd(next, 4) - next == 1));
    }
}
