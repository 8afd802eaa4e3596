namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Card numbers: 13 to 19 digits of a known scheme (ISO/IEC 7812 prefixes) with Luhn's check digit; 16 digits after a word such as
/// "carte" even
/// when mistyped; and the security code where it is named.
/// </summary>
internal sealed class CardFinder : IFinder
{
    private static readonly int[] Lengths = [16, 15, 19, 14, 13, 18, 17];
    private static readonly string[] CardWords = ["carte", "card", "cb", "visa", "mastercard", "amex"];
    private static readonly string[] CodeWords =
    [
        "cvv", "cvc", "cvv2", "cvc2", "cryptogramme", "crypto", "security code", "code de securite",
    ];

    public void Find(ScanText text, Findings findings)
    {
        Span<char> digits = stackalloc char[19];
        Span<int> ends = stackalloc int[20];
        for (var index = 0; index < text.Groups.Count; index++)
        {
            var start = text.Groups[index].Start;
            if (text.At(start) is >= '2' and <= '6')
            {
                JoinedDigits.Take(text, index, digits, " -.", ends);
                foreach (var length in Lengths)
                {
                    if (ends[length] >= 0 && IsCard(text, start, text.Groups[ends[length]].End, digits[..length])
                        && findings.TryAdd(start, text.Groups[ends[length]].End, PersonalDataKind.Card, new string(digits[..length])))
                    {
                        break;
                    }
                }
            }

            FindSecurityCode(text, findings, text.Groups[index]);
        }
    }

    private static bool IsCard(ScanText text, int start, int end, ReadOnlySpan<char> digits) =>
        JoinedDigits.StandAlone(text, start, end)
        && !DeviceNumberFinder.IsNamed(text, start)
        && ((HasScheme(digits) && CheckDigits.IsLuhn(digits)) || (digits.Length == 16 && Cues.StandBefore(text, start, 30, CardWords)));

    private static bool HasScheme(ReadOnlySpan<char> digits)
    {
        var two = ((digits[0] - '0') * 10) + digits[1] - '0';
        return digits.Length switch
        {
            13 => two is >= 40 and <= 49,
            14 => two is 30 or 36 or 38 or 39,
            15 => two is 34 or 37,
            16 => two is (>= 22 and <= 27) or 35 or 36 or (>= 40 and <= 49) or (>= 50 and <= 58) or (>= 60 and <= 67),
            _ => two is (>= 40 and <= 49) or 50 or (>= 56 and <= 58) or (>= 60 and <= 67),
        };
    }

    private static void FindSecurityCode(ScanText text, Findings findings, DigitGroup group)
    {
        if (group.Length is 3 or 4 && Cues.StandBefore(text, group.Start, 24, CodeWords)
            && JoinedDigits.StandAlone(text, group.Start, group.End))
        {
            findings.TryAdd(group.Start, group.End, PersonalDataKind.Card, new string(text.Folded[group.Start..group.End]));
        }
    }
}
