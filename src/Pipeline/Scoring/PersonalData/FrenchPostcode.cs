using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>French postcodes, and the town behind one.</summary>
internal static class FrenchPostcode
{
    private static readonly WordSet Links = new("sur sous en les le la l de du des d aux saint sainte st ste");

    /// <summary>Whether a run of digits can be one: five digits of a department that exists.</summary>
    public static bool IsOne(ScanText text, DigitGroup group)
    {
        if (group.Length != 5 || text.IsWord(group.Start - 1) || text.IsWord(group.End))
        {
            return false;
        }

        var department = ((text.At(group.Start) - '0') * 10) + text.At(group.Start + 1) - '0';
        return department is (>= 1 and <= 95) or 97 or 98;
    }

    /// <summary>Whether it can be a Belgian, Swiss or Luxembourg one: four digits before a town with a capital; no year.</summary>
    public static bool IsNeighbour(ScanText text, DigitGroup group) =>
        group.Length == 4 && !text.IsWord(group.Start - 1) && text.At(group.End) == ' ' && text.IsCapital(group.End + 1)
        && text.At(group.Start) != '0' && text.Folded.Slice(group.Start, 2) is not "20";

    /// <summary>Where the town behind a postcode ends; the end of the postcode when there is none.</summary>
    public static int TownEnd(ScanText text, int end)
    {
        var last = end;
        var linked = false;
        for (var words = 0; words < 6; words++)
        {
            var start = text.At(last) == ' ' ? last + 1 : words == 0 && text.At(last) == ',' && text.At(last + 1) == ' ' ? last + 2 : -1;
            if (start < 0 || !char.IsLetter(text.At(start)))
            {
                break;
            }

            var wordEnd = text.WordEnd(start, 40);
            var word = text.Folded[start..wordEnd];
            var link = Links.Contains(word);
            var named = link
                ? IsFollowedByName(text, wordEnd, words == 0, !text.IsCapital(end + 1))
                : text.IsCapital(start) || (linked && !text.IsCapital(end + 1) && IsUnknownEnd(text, start, wordEnd)) || ((words == 0 || linked) && !FunctionWords.Contains(word));
            if (!named)
            {
                break;
            }

            linked = link;
            last = wordEnd;
        }

        return last;
    }

    /// <summary>"77176 savigny le temple": the last word before a mark or the end.</summary>
    private static bool IsUnknownEnd(ScanText text, int start, int end) =>
        !FunctionWords.Contains(text.Folded[start..end]) && !(text.At(end) == ' ' && text.IsWord(end + 1));

    private static bool IsFollowedByName(ScanText text, int end, bool first, bool lower)
    {
        var start = end + 1;
        return text.At(end) == ' ' && char.IsLetter(text.At(start))
            && ((lower && IsUnknownEnd(text, start, text.WordEnd(start, 40))) || text.IsCapital(start) || (first && !FunctionWords.Contains(text.Folded[start..text.WordEnd(start, 40)])));
    }
}
