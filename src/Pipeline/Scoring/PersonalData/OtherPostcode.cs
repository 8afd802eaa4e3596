namespace Pipeline.Scoring.PersonalData;

/// <summary>The postcodes that stand behind an English street line: British, American, Canadian, Irish, and the four digits of the southern countries.</summary>
internal static class OtherPostcode
{
    /// <summary>Where one that starts at a word ends, with the state or town before it; -1 when there is none.</summary>
    public static int End(ScanText text, int start)
    {
        var british = UkPostcode.Read(text, start, out _);
        if (british > 0)
        {
            return british;
        }

        var canadian = CanadianEnd(text, start);
        return canadian > 0 ? canadian : IrishEnd(text, start) is > 0 and var irish ? irish : CapitalThenDigits(text, start);
    }

    /// <summary>"L7R 1B2".</summary>
    public static int CanadianEnd(ScanText text, int start)
    {
        var rest = text.At(start + 3) is ' ' or '-' ? start + 4 : start + 3;
        return !text.IsWord(start - 1) && IsLetter(text, start) && IsDigit(text, start + 1) && IsLetter(text, start + 2) && IsDigit(text, rest)
            && IsLetter(text, rest + 1) && IsDigit(text, rest + 2) && !text.IsWord(rest + 3) && text.At(start) is not ('d' or 'f' or 'i' or 'o' or 'q' or 'u' or 'w' or 'z')
            ? rest + 3
            : -1;
    }

    /// <summary>"D08 X2N7": a routing key and four letters and digits.</summary>
    public static int IrishEnd(ScanText text, int start)
    {
        var (rest, digits) = (start + 4, 0);
        if (text.IsWord(start - 1) || !text.IsCapital(start) || !IsDigit(text, start + 1)
            || !(IsDigit(text, start + 2) || text.At(start + 2) == 'w') || text.At(start + 3) != ' ' || text.IsWord(rest + 4))
        {
            return -1;
        }

        for (var position = rest; position < rest + 4; position++)
        {
            if (!IsDigit(text, position) && !text.IsCapital(position))
            {
                return -1;
            }

            digits += IsDigit(text, position) ? 1 : 0;
        }

        return digits is > 0 and < 4 ? rest + 4 : -1;
    }

    /// <summary>"IL 60614", "VIC 3011", "Napier 4110": a capital word and the digits right behind it.</summary>
    private static int CapitalThenDigits(ScanText text, int start)
    {
        var digits = text.WordEnd(start, 20) + 1;
        if (!text.IsCapital(start) || text.At(digits - 1) != ' ')
        {
            return -1;
        }

        var end = digits;
        while (end - digits < 6 && IsDigit(text, end))
        {
            end++;
        }

        var state = text.IsCapital(start + 1) && digits - start == 3 && text.Folded[start..(start + 2)] is not ("wa" or "sa" or "nt");
        return !text.IsWord(end) && (end - digits == (state ? 5 : 4) || (end - digits == 5 && text.IsCapital(start + 1) && digits - start == 3)) && !(text.Folded[digits..end] is ['2', '0', ..] or ['1', '9', ..]) ? end : -1;
    }

    private static bool IsDigit(ScanText text, int position) => char.IsAsciiDigit(text.At(position));

    private static bool IsLetter(ScanText text, int position) => char.IsAsciiLetter(text.At(position));
}
