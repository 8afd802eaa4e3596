using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Signals;

/// <summary>
/// Reads amounts of money: "487,20 €", "£3,200", "1 450 euros". From 300 on they are high: more than a year's subscription of the
/// cheaper plans, and above what front-line advisors usually may credit.
/// </summary>
internal static class Amounts
{
    private const int High = 300;

    /// <summary>Whether a text names a high amount.</summary>
    public static bool IsHigh(ReadOnlySpan<char> text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            if (!char.IsAsciiDigit(text[position]))
            {
                continue;
            }

            var start = position;
            var amount = Read(text, ref position);
            if (amount >= High && (HasSignBefore(text, start) || HasCurrencyBehind(text, position)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the whole part, over separators of thousands, and passes what is behind the decimal point.</summary>
    private static long Read(ReadOnlySpan<char> text, ref int position)
    {
        long amount = 0;
        while (position < text.Length)
        {
            if (char.IsAsciiDigit(text[position]))
            {
                amount = Math.Min((amount * 10) + text[position] - '0', int.MaxValue);
                position++;
            }
            else if (Folding.Fold(text[position]) is ' ' or ',' or '.' && Digits(text, position + 1) == 3)
            {
                position++;
            }
            else
            {
                break;
            }
        }

        if (position < text.Length && text[position] is ',' or '.' && Digits(text, position + 1) is var cents and > 0)
        {
            position += cents + 1;
        }

        return amount;
    }

    private static bool HasSignBefore(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd(' ');
        return before.Length > 0 && before[^1] is '€' or '£' or '$';
    }

    private static bool HasCurrencyBehind(ReadOnlySpan<char> text, int end)
    {
        var behind = text[end..];
        behind = behind.Length > 0 && Folding.Fold(behind[0]) == ' ' ? behind[1..] : behind;
        foreach (var currency in (ReadOnlySpan<string>)["€", "£", "$", "eur", "balles", "pounds", "quid", "dollars"])
        {
            if (behind.StartsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Digits(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 4 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
