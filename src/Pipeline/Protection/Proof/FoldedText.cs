using System.Globalization;
using System.Text;

namespace Pipeline.Protection.Proof;

/// <summary>
/// A text without its spelling, so that what people write in many ways is found by one comparison: letters without accents and case, digits of any
/// script as ASCII, escapes of JSON undone. Made in one pass.
/// </summary>
public sealed class FoldedText
{
    // "06 12-34.56 78", "+33 (0)6…": what may stand between two digits of one number, at most so many in a row.
    private const int MostSeparators = 3;

    private FoldedText(string words, string digits)
    {
        Words = words;
        Joined = words.Replace(" ", "", StringComparison.Ordinal);
        Digits = digits;
    }

    /// <summary>Its words, each between two blanks.</summary>
    public string Words { get; }

    /// <summary>Its letters and digits, nothing between them.</summary>
    public string Joined { get; }

    /// <summary>Its numbers without what stands between their digits, a blank after each.</summary>
    public string Digits { get; }

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string text)
    {
        var words = new StringBuilder(text.Length + 2).Append(' ');
        var digits = new StringBuilder();
        var (gap, inNumber) = (0, false);
        foreach (var rune in Unescaped(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                var digit = (char)('0' + (int)Rune.GetNumericValue(rune));
                words.Append(digit);
                digits.Append(digit);
                (gap, inNumber) = (0, true);
                continue;
            }

            if (inNumber && (!IsSeparator(rune) || ++gap > MostSeparators))
            {
                digits.Append(' ');
                inNumber = false;
            }

            AppendLetters(words, rune);
        }

        if (words[^1] != ' ')
        {
            words.Append(' ');
        }

        return new FoldedText(words.ToString(), inNumber ? digits.Append(' ').ToString() : digits.ToString());
    }

    /// <summary>A text with the escapes of JSON undone: rows hold some of their columns as JSON.</summary>
    public static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\' || index + 1 == text.Length)
            {
                plain.Append(text[index]);
            }
            else if (text[index + 1] == 'u' && index + 6 <= text.Length
                && ushort.TryParse(text.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                index += 5;
            }
            else
            {
                index++;
                plain.Append(text[index] is 'n' or 'r' or 't' or 'b' or 'f' ? ' ' : text[index]);
            }
        }

        return plain.ToString();
    }

    private static bool IsSeparator(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format
        || rune.Value is '.' or '/' or '(' or ')' or '+' or '_' or ',';

    private static void AppendLetters(StringBuilder words, Rune rune)
    {
        if (rune.IsAscii)
        {
            if (char.IsAsciiLetter((char)rune.Value))
            {
                words.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }

            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                return;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter:
                AppendPlain(words, rune);
                return;
            default:
                if (words[^1] != ' ')
                {
                    words.Append(' ');
                }

                return;
        }
    }

    private static void AppendPlain(StringBuilder words, Rune rune)
    {
        switch (Rune.ToLowerInvariant(rune).Value)
        {
            case 'œ':
                words.Append("oe");
                return;
            case 'æ':
                words.Append("ae");
                return;
            case 'ß':
                words.Append("ss");
                return;
            case 'ø':
                words.Append('o');
                return;
            case 'ł':
                words.Append('l');
                return;
        }

        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(part))
            {
                words.Append(Rune.ToLowerInvariant(part));
            }
        }
    }
}
