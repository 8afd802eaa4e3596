using System.Collections.Frozen;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Telephone numbers in words, or in words and digits: "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre", "oh double seven …". What the
/// words say must be ten digits from 0, or eleven in English; behind 00 or "plus" twelve to fourteen; British mobiles without their 0 ten from 7, all in words.
/// </summary>
internal sealed class SpokenPhoneFinder : IFinder
{
    private const int French = 10;
    private const int English = 11;
    private const int MostDigits = 14;
    private const int WithoutZero = 10;
    private const int ManyWords = 6;
    private const int LeastWords = 3;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers = (
        "zero0 un1 une1 deux2 trois3 quatre4 cinq5 six6 sept7 huit8 neuf9 dix10 onze11 douze12 treize13 quatorze14 quinze15 seize16 vingt20 vingts20 "
        + "trente30 quarante40 cinquante50 soixante60 oh0 o0 nought0 one1 two2 three3 four4 five5 seven7 eight8 nine9").Split(' ')
        .ToFrozenDictionary(entry => entry.TrimEnd("0123456789".ToCharArray()), entry => int.Parse(
            entry.AsSpan(entry.AsSpan().IndexOfAnyInRange('0', '9')), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly System.Buffers.SearchValues<char> First = System.Buffers.SearchValues.Create("zo0dns");

    public void Find(ScanText text, Findings findings)
    {
        var position = 0;
        while (position < text.Length)
        {
            // Nearly every such number begins with a zero, as a word or as a digit; the rest of the text is passed over at once.
            var next = NextZero(text, position);
            if (next < 0)
            {
                return;
            }

            var end = Read(text, next, out var value);
            if (end > 0 && findings.TryAdd(next, end, PersonalDataKind.Phone, value))
            {
                position = end;
            }
            else
            {
                position = next + 1;
            }
        }
    }

    private static int NextZero(ScanText text, int from)
    {
        for (var position = from; position < text.Length; position++)
        {
            var at = text.Folded[position..].IndexOfAny(First);
            if (at < 0)
            {
                return -1;
            }

            position += at;
            if (!text.IsWord(position - 1) && StartsWithZero(text, position))
            {
                return position;
            }
        }

        return -1;
    }

    private static bool StartsWithZero(ScanText text, int position) => text.At(position) switch
    {
        '0' => !char.IsAsciiDigit(text.At(position + 2)) && char.IsLetter(text.At(text.WordEnd(position, 4) + 1)),
        'z' => text.Folded[position..].StartsWith("zero", StringComparison.Ordinal) && !text.IsWord(position + 4),
        'd' => Starts(text, position, "double oh ") || Starts(text, position, "double zero ") || Starts(text, position, "double o ")
            || Starts(text, position, "double nought "),
        'n' => Starts(text, position, "nought "),
        's' => Starts(text, position, "seven "),
        _ => text.At(position + 1) == 'h' && !text.IsWord(position + 2),
    };

    private static bool Starts(ScanText text, int position, string words) =>
        text.Folded[position..].StartsWith(words, StringComparison.Ordinal);

    /// <summary>Whether digits from the start of a number on are a whole one.</summary>
    private static bool IsWhole(ReadOnlySpan<char> digits, int words) => digits switch
    {
        ['0', '0', ..] => digits.Length is 13 or 14,
        ['0', ..] => digits.Length is French or English,
        ['7', ..] => digits.Length == WithoutZero && words >= ManyWords,
        _ => false,
    };

    /// <summary>Reads numbers on as long as they come; the end of a whole telephone number, or -1.</summary>
    private static int Read(ScanText text, int start, out string value)
    {
        value = "";
        Span<char> digits = stackalloc char[MostDigits];
        var least = char.IsAsciiDigit(text.At(start)) ? 1 : LeastWords;
        var (count, words, position, times, end) = (0, 0, start, 1, -1);
        while (count < MostDigits)
        {
            if (char.IsAsciiDigit(text.At(position)))
            {
                for (; char.IsAsciiDigit(text.At(position)) && count < MostDigits; position++)
                {
                    digits[count++] = text.At(position);
                }

                if (text.IsWord(position))
                {
                    break;
                }
            }
            else if (!ReadWord(text, ref position, digits, ref count, ref times))
            {
                break;
            }
            else
            {
                words++;
            }

            if (words >= least && times == 1 && IsWhole(digits[..count], words))
            {
                (end, value) = (position, new string(digits[..count]));
            }

            while (text.At(position) is ' ' or ',' or '.' or '-' or '/' && position - start < 160)
            {
                position++;
            }
        }

        return end;
    }

    /// <summary>Reads one number of words: "six", "trente-neuf", "quatre-vingt-dix-huit", "double".</summary>
    private static bool ReadWord(ScanText text, ref int position, Span<char> digits, ref int count, ref int times)
    {
        var end = PartEnd(text, position);
        if (end == position)
        {
            return false;
        }

        var word = text.Folded[position..end];
        if (word is "double" or "triple")
        {
            times = word is "double" ? 2 : 3;
            position = end;
            return true;
        }

        // "Nine hundred" behind a single digit.
        if (word is "hundred" && count > 0 && count + 2 <= digits.Length)
        {
            (digits[count], digits[count + 1]) = ('0', '0');
            (count, position) = (count + 2, end);
            return true;
        }

        if (!Numbers.TryGetValue(word, out var number))
        {
            return false;
        }

        if (number == 4 && Next(text, end, out var after) is 20)
        {
            (number, end) = (80, after);
        }

        number += Unit(text, number, ref end);
        position = end;
        var written = number >= 10 ? 2 : 1;
        for (; times > 0 && count + written <= digits.Length; times--)
        {
            if (written == 2)
            {
                digits[count++] = (char)('0' + (number / 10));
            }

            digits[count++] = (char)('0' + (number % 10));
        }

        times = 1;
        return true;
    }

    /// <summary>What "trente" and the like are followed by: a unit, or up to nineteen behind "soixante" and "quatre-vingt".</summary>
    private static int Unit(ScanText text, int tens, ref int end)
    {
        if (tens < 10 || tens is > 10 and < 20)
        {
            return 0;
        }

        var next = end;
        if (Is(text, next, "et"))
        {
            next = PartEnd(text, next + 1);
        }

        var unit = Next(text, next, out var after);
        var most = tens is 60 or 80 ? 16 : 9;
        if (unit < 1 || unit > most || (tens == 10 && unit < 7))
        {
            return 0;
        }

        end = after;
        if (unit == 10 && Next(text, after, out var last) is >= 7 and <= 9 and var more)
        {
            end = last;
            return unit + more;
        }

        return unit;
    }

    private static bool Is(ScanText text, int position, string word) =>
        text.At(position) is ' ' or '-' && text.Folded[Math.Min(text.Length, position + 1)..].StartsWith(word, StringComparison.Ordinal)
        && !text.IsWord(position + 1 + word.Length);

    /// <summary>The number that the next word says, behind a space or hyphen; -1 when it says none.</summary>
    private static int Next(ScanText text, int position, out int end)
    {
        end = position;
        if (text.At(position) is not (' ' or '-'))
        {
            return -1;
        }

        end = PartEnd(text, position + 1);
        return Numbers.TryGetValue(text.Folded[Math.Min(position + 1, text.Length)..end], out var number) ? number : -1;
    }

    private static int PartEnd(ScanText text, int start)
    {
        var end = Math.Min(start, text.Length);
        while (end - start < 12 && char.IsLetter(text.At(end)))
        {
            end++;
        }

        return end;
    }
}
