using System.Globalization;

namespace Pipeline.Suggestions.Slots.Reading;

/// <summary>Reads amounts as French and English customers write them: "12,50 €", "12€50", "1 450 euros", "£3,200", "EUR 9.99".</summary>
public static class AmountReader
{
    // A longer number is no amount that anybody was charged; it also keeps decimal from overflowing.
    private const int MostDigits = 9;

    /// <summary>What stands before a rough figure, one end of a range, or a factor.</summary>
    private static readonly string[] Roughly =
    [
        "environ", "presque", "quasi", "pres de", "peu pres", "plus de", "moins de", "about", "around", "roughly", "nearly", "almost", "over",
        "x", "×", "*",
    ];

    private static readonly string[] Between = ["a", "et", "ou", "to", "and", "or", "-", "–"];

    private static readonly (string Word, char Sign)[] Currencies =
    [
        ("€", '€'), ("£", '£'), ("$", '$'), ("euros", '€'), ("euro", '€'), ("eur", '€'), ("balles", '€'), ("pounds", '£'), ("pound", '£'),
        ("quid", '£'), ("gbp", '£'), ("dollars", '$'), ("usd", '$'),
    ];

    private static readonly string[] EachTime =
    [
        "/mois", "/ mois", "par mois", "mensuel", "/an", "/ an", "par an",
        "/month", "/ month", "a month", "per month", "monthly", "/year", "a year", "per year",
    ];

    private static readonly string[] Cents = ["et", "centime", "cent", "pence", "and"];

    /// <summary>The amounts of a text, in order. A number without a currency is none.</summary>
    public static IReadOnlyList<SpokenAmount> Read(string text)
    {
        var amounts = new List<SpokenAmount>();
        var plain = PlainSpeech.Of(text);
        for (var position = 0; position < plain.Length; position++)
        {
            if (!char.IsAsciiDigit(plain[position]) || (position > 0 && IsPartOfWord(plain[position - 1])))
            {
                continue;
            }

            var start = position;
            var value = Number(plain, ref position);
            var begin = start;
            if (value is { } number && Currency(plain, ref begin, ref position, ref number) is { } sign)
            {
                var behind = plain.AsSpan(position).TrimStart(' ');
                amounts.Add(new(new(number, sign), start, IsDoubtful(plain[..start], behind), StartsWithAny(behind, EachTime))
                {
                    Begin = begin,
                    End = position,
                });
            }

            position--;
        }

        return amounts;
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '.' or ',' or '_' or '#';

    /// <summary>
    /// Reads a number over separators of thousands, with at most two decimals, and stops behind it; null when it is none of money.
    /// </summary>
    private static decimal? Number(string text, ref int position)
    {
        var digits = new List<char>();
        var decimals = 0;
        Take(text, ref position, digits);
        while (digits.Count <= MostDigits
            && position < text.Length && text[position] is ' ' or ',' or '.' && DigitsAt(text, position + 1) == 3)
        {
            position++;
            Take(text, ref position, digits);
        }

        if (position < text.Length && text[position] is ',' or '.' && DigitsAt(text, position + 1) is 1 or 2)
        {
            decimals = DigitsAt(text, position + 1);
            position++;
            Take(text, ref position, digits);
        }

        return digits.Count <= MostDigits
            ? decimal.Parse(digits.ToArray(), NumberStyles.None, CultureInfo.InvariantCulture) / decimals switch { 1 => 10, 2 => 100, _ => 1 }
            : null;
    }

    private static void Take(string text, ref int position, List<char> digits)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            digits.Add(text[position++]);
        }
    }

    private static int DigitsAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < 4 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The currency before or behind a number; cents that stand behind it ("12€50", "12 euros 50") are added to it.</summary>
    private static char? Currency(string text, ref int begin, ref int position, ref decimal number)
    {
        var before = text[..begin].TrimEnd(' ');
        if (Array.Find(Currencies, currency => EndsWithWord(before, currency.Word)) is { Word: not null } named)
        {
            // In "12 € 500 fois" the sign belongs to the number before it.
            begin = before.Length - named.Word.Length;
            return before[..begin].TrimEnd(' ') is [.., var last] && char.IsAsciiDigit(last) ? null : named.Sign;
        }

        var behind = text.AsSpan(position);
        var gap = behind.Length > 0 && behind[0] == ' ' ? 1 : 0;
        foreach (var (word, sign) in Currencies)
        {
            if (behind[gap..].StartsWith(word, StringComparison.Ordinal)
                && (word.Length == 1 || behind.Length == gap + word.Length || !char.IsLetter(behind[gap + word.Length])))
            {
                position += gap + word.Length;
                AddCents(text, ref position, ref number);
                return sign;
            }
        }

        return null;
    }

    private static void AddCents(string text, ref int position, ref decimal number)
    {
        var at = position < text.Length && text[position] == ' ' ? position + 1 : position;
        if (decimal.IsInteger(number) && DigitsAt(text, at) == 2 && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]))
            && !text.AsSpan(at + 2).TrimStart(' ').StartsWith("€"))
        {
            number += decimal.Parse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture) / 100;
            position = at + 2;
        }
    }

    private static bool IsDoubtful(string before, ReadOnlySpan<char> behind)
    {
        var left = before.TrimEnd(' ', '€', '£', '$');
        if (left is [.., '-' or '–' or '+'] || Array.Exists(Roughly, word => EndsWithWord(left, word)))
        {
            return true;
        }

        foreach (var word in Between)
        {
            if (EndsWithWord(left, word) && left[..^word.Length].TrimEnd(' ', '€', '£', '$') is [.., var last] && char.IsAsciiDigit(last))
            {
                return true;
            }
        }

        return StartsWithAny(behind, Cents) && HasDigitOrCents(behind);
    }

    private static bool HasDigitOrCents(ReadOnlySpan<char> behind) =>
        behind.StartsWith("cent") || behind.StartsWith("pence")
        || (behind.IndexOf(' ') is var gap and > 0 && gap + 1 < behind.Length && char.IsAsciiDigit(behind[gap + 1]));

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) => text.EndsWith(word, StringComparison.Ordinal)
        && (text.Length == word.Length || !char.IsLetter(word[0]) || !char.IsLetter(text[^(word.Length + 1)]));
}
