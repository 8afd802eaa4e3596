using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// IBANs: a country code with the length of its country (SWIFT IBAN registry) and a right check (modulo 97), however grouped. After the
/// words IBAN or
/// RIB a mistyped one counts too: most of it is still somebody's account.
/// </summary>
internal sealed class IbanFinder : IFinder
{
    private const int Longest = 34;

    private static readonly FrozenDictionary<string, int> CountryLengths = (
        "ad24 at20 be16 bg22 ch21 cy28 cz24 de22 dk18 ee20 es24 fi18 fr27 gb22 gr27 hr21 hu28 ie22 is26 it27 li21 lt20 lu20 "
        + "lv21 ma28 mc27 mt31 nl18 no15 pl28 pt25 ro24 se24 si19 sk24 sm27 tn24 tr26").Split(' ')
        .ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry.AsSpan(2), CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public void Find(ScanText text, Findings findings)
    {
        Span<char> iban = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest + 1];
        foreach (var group in text.Groups)
        {
            var start = CountryStart(text, group);
            if (start < 0)
            {
                continue;
            }

            var taken = Take(text, start, iban, ends);
            var country = new string(iban[..2]);
            var length = CountryLengths.GetValueOrDefault(country);
            if (length > 0 && taken >= length && ends[length] >= 0 && CheckDigits.IsIban(iban[..length]))
            {
                findings.TryAdd(start, ends[length], PersonalDataKind.Iban, new string(iban[..length]));
            }
            else if (taken >= 14 && length > 0 && Cues.StandBefore(text, start, 24, "iban", "rib", "bic"))
            {
                var end = LastEnd(ends, Math.Min(taken, length + 1));
                findings.TryAdd(start, end, PersonalDataKind.Iban, new string(iban[..Math.Min(taken, length + 1)]));
            }
        }
    }

    /// <summary>Where the two letters before the check digits start; -1 when there are none.</summary>
    private static int CountryStart(ScanText text, DigitGroup group)
    {
        var end = text.At(group.Start - 1) == ' ' ? group.Start - 1 : group.Start;
        return group.Length >= 2 && char.IsAsciiLetter(text.At(end - 1)) && char.IsAsciiLetter(text.At(end - 2)) && !text.IsWord(end - 3)
            ? end - 2
            : -1;
    }

    /// <summary>Copies letters and digits over single separators, and notes where each count of them ends at a boundary.</summary>
    private static int Take(ScanText text, int start, Span<char> iban, Span<int> ends)
    {
        ends.Fill(-1);
        var count = 0;
        for (var position = start; count < iban.Length && position < start + (2 * Longest); position++)
        {
            var character = text.At(position);
            if (char.IsAsciiLetterOrDigit(character))
            {
                iban[count++] = character;
                if (!text.IsWord(position + 1))
                {
                    ends[count] = position + 1;
                }
            }
            else if (character is not (' ' or '-' or '.') || !text.IsWord(position + 1))
            {
                break;
            }
        }

        return count;
    }

    /// <summary>The last boundary; -1 when what was taken runs on into a longer word.</summary>
    private static int LastEnd(ReadOnlySpan<int> ends, int most)
    {
        while (most > 0 && ends[most] < 0)
        {
            most--;
        }

        return ends[most];
    }
}
