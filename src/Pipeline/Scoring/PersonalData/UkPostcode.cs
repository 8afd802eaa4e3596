using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.PersonalData;

/// <summary>British postcodes: an area that exists (Royal Mail's 124), a district, a digit and two letters.</summary>
internal static class UkPostcode
{
    private static readonly WordSet Areas = new(
        "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl "
        + "gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox "
        + "pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr "
        + "ws wv yo ze");

    /// <summary>Where a postcode that starts at a position ends; -1 when none does.</summary>
    /// <param name="sure">Whether it is written as postcodes are: a space between its halves, and capitals or no unit behind its digit.</param>
    public static int Read(ScanText text, int start, out bool sure)
    {
        sure = false;
        var position = start;
        while (position - start < 2 && char.IsAsciiLetter(text.At(position)))
        {
            position++;
        }

        if (position == start || text.IsWord(start - 1) || !char.IsAsciiDigit(text.At(position))
            || !Areas.Contains(text.Folded[start..position]))
        {
            return -1;
        }

        position++;
        var spaced = text.At(position) == ' ' || text.At(position + 1) == ' ';
        position += char.IsAsciiLetterOrDigit(text.At(position)) && IsInward(text, position + (spaced ? 2 : 1)) ? 1 : 0;
        position += text.At(position) == ' ' ? 1 : 0;
        if (!IsInward(text, position))
        {
            return -1;
        }

        sure = spaced && ((text.IsCapital(start) && text.IsCapital(position + 1))
            || text.Folded.Slice(position + 1, 2) is not ("gb" or "go" or "mb" or "mo" or "nd" or "rd" or "th" or "st" or "pm" or "am" or "kg" or "km" or "hz" or "er"));
        return position + 3;
    }

    private static bool IsInward(ScanText text, int position) =>
        char.IsAsciiDigit(text.At(position)) && char.IsAsciiLetter(text.At(position + 1)) && char.IsAsciiLetter(text.At(position + 2))
        && !text.IsWord(position + 3);
}
