using Pipeline.Suggestions.Retrieval;

namespace Pipeline.Suggestions.Fitting;

/// <summary>A telephone number in a text.</summary>
/// <param name="Digits">Its digits, with 0 for +33 and +44.</param>
/// <param name="End">Where it ends in the text.</param>
internal readonly record struct SpokenNumber(string Digits, int End);

/// <summary>
/// Finds telephone numbers: nine digits and more, a number that the settings list, or a short one behind a word such as "appelez" or "dial".
/// </summary>
internal static class SpokenNumbers
{
    private const int LongNumber = 9;

    private const int ShortNumber = 2;

    /// <summary>Words that lead to a number within so many words.</summary>
    private const int Near = 4;

    private static readonly string[] Leads =
    [
        "appelez", "appeler", "appelant", "rappelez", "composez", "composer", "telephonez", "joindre", "joignez", "joignable",
        "call", "calling", "dial", "ring",
    ];

    /// <summary>Words right before a number of four digits that make it one to call: "au 3131".</summary>
    private static readonly string[] RightBefore = ["au", "numero", "number"];

    /// <summary>The numbers of a text, in order.</summary>
    public static IReadOnlyList<SpokenNumber> In(string text, IEnumerable<ContactNumber> listed)
    {
        var known = listed.Select(number => Digits(number.Number)).ToHashSet(StringComparer.Ordinal);
        var numbers = new List<SpokenNumber>();
        for (var position = 0; position < text.Length; position++)
        {
            if (!char.IsAsciiDigit(text[position]) || IsInside(text, position))
            {
                continue;
            }

            var (end, firstEnd) = EndOf(text, position);
            var start = position > 0 && text[position - 1] == '+' ? position - 1 : position;
            var (whole, first) = (Digits(text[start..end]), Digits(text[start..firstEnd]));
            if (whole.Length >= LongNumber || known.Contains(whole))
            {
                numbers.Add(new(whole, end));
            }
            else if (known.Contains(first) || (first.Length >= ShortNumber && IsLedTo(text[..start], first.Length)))
            {
                // Behind a short number a price may stand: "776 0,38 €".
                numbers.Add(new(first, firstEnd));
                end = firstEnd;
            }

            position = end - 1;
        }

        return numbers;
    }

    /// <summary>The digits of a number as it is written, with 0 for the French and the British prefix.</summary>
    public static string Digits(string written)
    {
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        var isInternational = written.TrimStart().StartsWith('+') || written.TrimStart().StartsWith("00", StringComparison.Ordinal);
        return isInternational && digits.Length > 2 && digits[..2] is "33" or "44" ? "0" + digits[2..].TrimStart('0') : digits;
    }

    /// <summary>The end of digits with single separators between, and of the first group of them.</summary>
    private static (int End, int FirstEnd) EndOf(string text, int start)
    {
        var end = start;
        var firstEnd = -1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
            var isSeparator = end + 1 < text.Length && text[end] is ' ' or '.' or '-' or '/' or '(' or ')' or '\u00A0' or '\u202F';
            if (isSeparator && char.IsAsciiDigit(text[end + 1]))
            {
                firstEnd = firstEnd < 0 ? end : firstEnd;
                end++;
            }
        }

        return (end, firstEnd < 0 ? end : firstEnd);
    }

    /// <summary>Whether a word or a decimal ("0,38") began before it.</summary>
    private static bool IsInside(string text, int position) => position > 0 && (char.IsLetterOrDigit(text[position - 1])
        || (position > 1 && text[position - 1] is ',' or '.' && char.IsAsciiDigit(text[position - 2])));

    private static bool IsLedTo(string before, int digits)
    {
        var sentence = before[(before.LastIndexOfAny(['.', '!', '?', '\n']) + 1)..];
        var words = TextTokens.FoldedWords(sentence).Split(' ');
        return words.TakeLast(Near).Any(Leads.Contains) || (digits == 4 && RightBefore.Contains(words[^1]));
    }
}
