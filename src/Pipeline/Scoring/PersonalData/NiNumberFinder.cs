namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// British National Insurance numbers: two letters that are given out (HMRC's manual NIM39110), six digits and a letter from A to D, in one piece or
/// in pairs by spaces, hyphens or dots, also in lower case; without the last letter, or in other groups, only where they are named. They have no
/// check digit.
/// </summary>
internal sealed class NiNumberFinder : IFinder
{
    private const int Digits = 6;

    private static readonly string[] Words = ["national insurance", "ni number", "ni no", "nino", "ni"];

    public void Find(ScanText text, Findings findings)
    {
        foreach (var group in text.Groups)
        {
            if (group.Length > Digits || PrefixStart(text, group.Start) is not (>= 0 and var prefix))
            {
                continue;
            }

            var end = DigitsEnd(text, group.Start, out var pairs);
            if (end < 0)
            {
                continue;
            }

            var named = Cues.StandBefore(text, prefix, 32, Words);
            var suffix = IsSeparator(text.At(end)) ? end + 1 : end;
            var whole = text.Written.Length > suffix && text.Written[suffix] is (>= 'a' and <= 'd') or (>= 'A' and <= 'D') && !text.IsWord(suffix + 1)
                && (named || (pairs && IsSureOfSuffix(text, prefix, suffix, end)));
            if (whole || (named && !text.IsWord(end)))
            {
                var last = whole ? suffix + 1 : end;
                findings.TryAdd(prefix, last, PersonalDataKind.NiNumber, Value(text, prefix, last));
            }
        }
    }

    /// <summary>
    /// One case throughout. "pw 33 91 58 a" has its pairs; behind a small word or in one piece ("at 123456 a") a lone letter is another word's.
    /// </summary>
    private static bool IsSureOfSuffix(ScanText text, int prefix, int suffix, int end)
    {
        var capital = text.IsCapital(prefix);
        if (suffix == end)
        {
            return true;
        }

        // "HM-664120-B" may be anything's number.
        var inPairs = end - prefix > Digits + 3;
        if (!inPairs && text.At(end) != ' ')
        {
            return false;
        }

        return text.IsCapital(suffix) == capital && (capital || (inPairs && !FunctionWords.Contains(text.Folded[prefix..(prefix + 2)])));
    }

    /// <summary>Where the two letters before a place start; -1 when none do.</summary>
    private static int PrefixStart(ScanText text, int digits)
    {
        var prefix = IsSeparator(text.At(digits - 1)) ? digits - 3 : digits - 2;
        return prefix >= 0 && !text.IsWord(prefix - 1) && IsPrefix(text.At(prefix), text.At(prefix + 1)) ? prefix : -1;
    }

    private static bool IsPrefix(char first, char second) =>
        (first, second) is ('q', 'q')
        || (first is >= 'a' and <= 'z' and not ('d' or 'f' or 'i' or 'q' or 'u' or 'v')
        && second is >= 'a' and <= 'z' and not ('d' or 'f' or 'i' or 'o' or 'q' or 'u' or 'v')
        && (first, second) is not (('b', 'g') or ('g', 'b') or ('n', 'k') or ('k', 'n') or ('t', 'n') or ('n', 't') or ('z', 'z')));

    private static bool IsSeparator(char character) => character is ' ' or '-' or '.';

    /// <summary>The end of six digits, in one piece or in groups by single marks; -1 when there are none.</summary>
    /// <param name="pairs">Whether the marks, if any, stand between pairs.</param>
    private static int DigitsEnd(ScanText text, int start, out bool pairs)
    {
        var (position, digits) = (start, 0);
        pairs = true;
        while (digits < Digits)
        {
            if (char.IsAsciiDigit(text.At(position)))
            {
                (position, digits) = (position + 1, digits + 1);
            }
            else if (digits > 0 && IsSeparator(text.At(position)) && char.IsAsciiDigit(text.At(position + 1)))
            {
                pairs &= digits is 2 or 4;
                position++;
            }
            else
            {
                return -1;
            }
        }

        return char.IsAsciiDigit(text.At(position)) ? -1 : position;
    }

    private static string Value(ScanText text, int start, int end)
    {
        Span<char> value = stackalloc char[end - start];
        var length = 0;
        foreach (var character in text.Folded[start..end])
        {
            if (!IsSeparator(character))
            {
                value[length++] = character;
            }
        }

        return new string(value[..length]);
    }
}
