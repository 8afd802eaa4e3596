namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// British National Insurance numbers: two letters that are given out (HMRC's manual NIM39110), six digits and a letter from A to D, in one piece or
/// in pairs; without the last letter only where they are named. They have no check digit.
/// </summary>
internal sealed class NiNumberFinder : IFinder
{
    private const int Digits = 6;

    private static readonly string[] Words = ["national insurance", "ni number", "ni no", "nino", "ni"];

    public void Find(ScanText text, Findings findings)
    {
        foreach (var group in text.Groups)
        {
            var prefix = text.At(group.Start - 1) == ' ' ? group.Start - 3 : group.Start - 2;
            if (group.Length is not (2 or Digits) || prefix < 0 || text.IsWord(prefix - 1) || !IsPrefix(text.At(prefix), text.At(prefix + 1)))
            {
                continue;
            }

            var end = DigitsEnd(text, group.Start);
            var named = Cues.StandBefore(text, prefix, 32, Words);
            if (end < 0)
            {
                continue;
            }

            var suffix = text.At(end) == ' ' ? end + 1 : end;
            var whole = text.At(suffix) is >= 'a' and <= 'd' && !text.IsWord(suffix + 1)
                && (named || (text.IsCapital(prefix) && text.IsCapital(suffix)) || suffix == end);
            if (whole || (named && !text.IsWord(end)))
            {
                var last = whole ? suffix + 1 : end;
                findings.TryAdd(
                    prefix, last, PersonalDataKind.NiNumber, new string(text.Folded[prefix..last]).Replace(" ", "", StringComparison.Ordinal));
            }
        }
    }

    private static bool IsPrefix(char first, char second) =>
        (first, second) is ('q', 'q')
        || (first is >= 'a' and <= 'z' and not ('d' or 'f' or 'i' or 'q' or 'u' or 'v')
        && second is >= 'a' and <= 'z' and not ('d' or 'f' or 'i' or 'o' or 'q' or 'u' or 'v')
        && (first, second) is not (('b', 'g') or ('g', 'b') or ('n', 'k') or ('k', 'n') or ('t', 'n') or ('n', 't') or ('z', 'z')));

    /// <summary>The end of six digits in one piece or in pairs; -1 when there are none.</summary>
    private static int DigitsEnd(ScanText text, int start)
    {
        var (position, digits) = (start, 0);
        while (digits < Digits)
        {
            if (char.IsAsciiDigit(text.At(position)))
            {
                (position, digits) = (position + 1, digits + 1);
            }
            else if (digits is 2 or 4 && text.At(position) is ' ' or '-' && char.IsAsciiDigit(text.At(position + 1)))
            {
                position++;
            }
            else
            {
                return -1;
            }
        }

        return char.IsAsciiDigit(text.At(position)) ? -1 : position;
    }
}
