namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Telephone numbers: French in all spellings (ten digits from 0, nine behind +33, 0033 or 33), British (ten or eleven digits from 0),
/// Belgian landlines (nine), North American (3-3-4, with or without 1), and any other behind + or 00. Numbers of three or four digits are services, not people, and stay.
/// </summary>
internal sealed class PhoneFinder : IFinder
{
    private const string Separators = " .-/()";
    private const int MostDigits = 15;

    // Before ten digits in one piece that only North America writes so.
    private static readonly string[] NumberWords =
    [
        "phone", "tel", "telephone", "cell", "mobile", "call", "text", "ring", "reach", "portable", "appeler", "appelez", "rappeler", "rappelez", "joindre",
        "cellulaire", "cel", "texto",
    ];

    public void Find(ScanText text, Findings findings)
    {
        Span<char> digits = stackalloc char[MostDigits];
        Span<int> ends = stackalloc int[MostDigits + 1];
        for (var index = 0; index < text.Groups.Count; index++)
        {
            var start = text.Groups[index].Start;
            if (IsLetterForZero(text, index))
            {
                TryAddLetterForZero(text, findings, index);
                continue;
            }

            var plus = text.At(start - 1) == '+' || (text.At(start - 1) == '(' && text.At(start - 2) == '+');
            if (text.IsWord(start - 1) || (!plus && text.At(start - 1) is ',' && char.IsAsciiDigit(text.At(start - 2))))
            {
                continue;
            }

            var taken = JoinedDigits.Take(text, index, digits, Separators, ends);
            var length = plus ? International(digits[..taken], ends) : National(text, index, digits[..taken], ends);
            if (length > 0)
            {
                var last = ends[length];
                if (findings.TryAdd(Opening(text, start, plus), text.Groups[last].End, PersonalDataKind.Phone, Value(digits[..length])))
                {
                    index = last;
                }
            }
        }
    }

    /// <summary>"O6 39 98 12 34".</summary>
    private static bool IsLetterForZero(ScanText text, int index) =>
        text.At(text.Groups[index].Start - 1) == 'o' && !text.IsWord(text.Groups[index].Start - 2) && (HasShape(text, index, 1, 2, 2, 2, 2) || IsMobile(text, index));

    /// <summary>A British mobile without its 0: "7700 900145".</summary>
    private static bool IsMobile(ScanText text, int index) =>
        text.At(text.Groups[index].Start) == '7' && (HasShape(text, index, 4, 6) || HasShape(text, index, 4, 3, 3) || text.Groups[index].Length == 10);

    private static void TryAddLetterForZero(ScanText text, Findings findings, int index)
    {
        var length = IsMobile(text, index) ? 10 : 9;
        Span<char> digits = stackalloc char[length];
        Span<int> ends = stackalloc int[length + 1];
        if (JoinedDigits.Take(text, index, digits, Separators, ends) == length)
        {
            findings.TryAdd(text.Groups[index].Start - 1, text.Groups[ends[length]].End, PersonalDataKind.Phone, string.Concat("0", digits));
        }
    }

    /// <summary>Whether a telephone number with its leading 0 or plus, or a North American one, starts at a place.</summary>
    /// <param name="spaced">Whether it is written in groups, which no other number is in this way.</param>
    public static bool StartsAt(ScanText text, int start, out bool spaced)
    {
        spaced = false;
        var index = text.GroupAt(start);
        var plus = text.At(start - 1) == '+';
        if (index >= 0 && IsLetterForZero(text, index))
        {
            spaced = true;
            return true;
        }

        if (index < 0 || (text.At(start) != '0' && !plus && !HasShape(text, index, 3, 3, 4) && !HasShape(text, index, 1, 3, 3, 4)))
        {
            return false;
        }

        Span<char> digits = stackalloc char[MostDigits];
        Span<int> ends = stackalloc int[MostDigits + 1];
        var taken = JoinedDigits.Take(text, index, digits, Separators, ends);
        var length = plus ? International(digits[..taken], ends) : digits.StartsWith("00") ? 0 : National(text, index, digits[..taken], ends);
        spaced = length > 0 && (plus || (ends[length] > index && text.Groups[index].Length is 2 or 3 or 5));
        return length > 0;
    }

    private static int Opening(ScanText text, int start, bool plus)
    {
        start -= plus && text.At(start - 1) != '(' ? 1 : plus ? 2 : 0;
        return text.At(start - 1) == '(' ? start - 1 : start;
    }

    /// <summary>Digits behind a plus sign: the longest known length at a boundary.</summary>
    private static int International(ReadOnlySpan<char> digits, ReadOnlySpan<int> ends)
    {
        if (digits.StartsWith("33"))
        {
            var length = digits.Length > 2 && digits[2] == '0' ? 12 : 11;
            return digits.Length >= length && ends[length] >= 0 ? length : 0;
        }

        if (digits.StartsWith("1"))
        {
            return digits.Length >= 11 && ends[11] >= 0 ? 11 : 0;
        }

        for (var length = Math.Min(digits.Length, digits.Length > 4 && digits[2] == '0' ? 14 : 13); length >= 8; length--)
        {
            if (ends[length] >= 0)
            {
                return length;
            }
        }

        return 0;
    }

    private static int National(ScanText text, int index, ReadOnlySpan<char> digits, ReadOnlySpan<int> ends)
    {
        var length = digits switch
        {
            ['0', '0', '3', '3', '0', ..] => At(digits, ends, 14),
            ['0', '0', '3', '3', ..] => At(digits, ends, 13),
            ['0', '0', not '0', ..] => Longest(digits, ends, 11, 15),
            ['0', ..] when text.Groups[index].Length == 1 && digits.Length == 11 && At(digits, ends, 11) > 0 && ends[11] == index + 10 => 11,
            ['0', '7' or '1' or '2' or '3' or '8', ..] when At(digits, ends, 11) > 0 && At(digits, ends, 10) == 0 => 11,
            ['0', not '0', ..] when At(digits, ends, 10) > 0 => 10,
            ['0', not '0', ..] => HasShape(text, index, 2, 3, 2, 2) || HasShape(text, index, 3, 2, 2, 2) ? At(digits, ends, 9) : 0,
            ['3', '3', '6' or '7', ..] => At(digits, ends, 11),
            ['4', '4', '7', ..] => At(digits, ends, 12),
            ['6' or '7', ..] when IsShortMobile(text, index) => At(digits, ends, 9),
            _ => NorthAmerican(text, index, digits, ends),
        };
        return length > 0 && !IsDate(text, index)
            && JoinedDigits.StandAlone(text, text.Groups[index].Start, text.Groups[ends[length]].End)
            ? length
            : 0;
    }

    private static int At(ReadOnlySpan<char> digits, ReadOnlySpan<int> ends, int length) =>
        digits.Length >= length && ends[length] >= 0 ? length : 0;

    private static int Longest(ReadOnlySpan<char> digits, ReadOnlySpan<int> ends, int least, int most)
    {
        for (var length = Math.Min(digits.Length, most); length >= least; length--)
        {
            if (ends[length] >= 0)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>A French mobile without its 0: "6 12 34 56 78".</summary>
    private static bool IsShortMobile(ScanText text, int index) => HasShape(text, index, 1, 2, 2, 2, 2);

    private static int NorthAmerican(ScanText text, int index, ReadOnlySpan<char> digits, ReadOnlySpan<int> ends)
    {
        var country = digits.Length >= 11 && digits[0] == '1' && text.Groups[index].Length == 1 ? 1 : 0;
        if (IsFictional(text, index))
        {
            return At(digits, ends, 7);
        }

        if (country == 0 && text.At(text.Groups[index].Start) == '7' && HasShape(text, index, 4, 6) && Cues.StandBefore(text, text.Groups[index].Start, 28, NumberWords))
        {
            return At(digits, ends, 10);
        }

        if (country == 0 && text.Groups[index].Length == 10 && digits[0] >= '2' && digits[3] >= '2' && Cues.StandBefore(text, text.Groups[index].Start, 28, NumberWords))
        {
            return 10;
        }

        return HasShape(text, index + country, 3, 3, 4) && digits.Length >= 10 + country && digits[country] >= '2'
            && digits[country + 3] >= '2'
            ? At(digits, ends, 10 + country)
            : 0;
    }

    /// <summary>"555-0119": the numbers of seven digits that North America keeps for stories; other pairs of 3 and 4 digits are no phones.</summary>
    private static bool IsFictional(ScanText text, int index) =>
        HasShape(text, index, 3, 4) && text.Folded[text.Groups[index].Start..text.Groups[index].End] is "555"
        && text.Folded.Slice(text.Groups[index + 1].Start, 2) is "01" && text.At(text.Groups[index].End) is '-' or ' ' or '.';

    private static bool HasShape(ScanText text, int first, params ReadOnlySpan<int> lengths)
    {
        for (var index = 0; index < lengths.Length; index++)
        {
            if (first + index >= text.Groups.Count || text.Groups[first + index].Length != lengths[index])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"01.02.2026 10" and "02-03-26 14" have the digits of a phone, and are a date and an hour.</summary>
    private static bool IsDate(ScanText text, int index)
    {
        var end = DateReader.Read(text, text.Groups[index].Start, out _);
        return end > 0 && text.Groups[index].Length <= 2 && (HasShape(text, index, 2, 2, 4) || text.At(text.Groups[index].End) == '/');
    }

    /// <summary>The national form, so that one phone spelled in two ways gets one number.</summary>
    private static string Value(ReadOnlySpan<char> digits)
    {
        var rest = digits.StartsWith("00") ? digits[2..] : digits;
        if (rest.StartsWith("33") && rest.Length is 11 or 12)
        {
            return string.Concat("0", rest[^9..]);
        }

        return rest.StartsWith("44") && rest.Length is >= 11 and <= 13
            ? string.Concat("0", rest[(rest[2] == '0' ? 3 : 2)..])
            : new string(rest);
    }
}
