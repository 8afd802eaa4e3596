using System.Globalization;
using System.Text;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>
/// Cuts a text into words, numbers and signs. Full-width and circled digits are digits, "1 500" and "1,500" are one number, "isn't" is
/// "is not", "l'option" is "l option": what looks alike to a reader must be alike to the guard.
/// </summary>
internal static class Lexer
{
    public static List<Lexeme> Read(string text)
    {
        var lexemes = new List<Lexeme>();
        text = text.Normalize(NormalizationForm.FormKC);
        for (var position = 0; position < text.Length;)
        {
            var character = text[position];
            var start = position;
            if (char.IsLetter(character) || IsMark(character))
            {
                position = WordEnd(text, position);
                AddWord(text[start..position], lexemes);
            }
            else if (char.IsDigit(character))
            {
                position = NumberEnd(text, position);
                lexemes.Add(new(Digits(text.AsSpan(start, position - start)), LexemeKind.Number, text[start..position]));
            }
            else
            {
                position++;
                var joins = character is '-' or '‐' or '‑' && start > 0 && position < text.Length
                    && char.IsLetter(text[start - 1]) && char.IsLetter(text[position]);
                if (!char.IsWhiteSpace(character) && !joins)
                {
                    lexemes.Add(new(character.ToString(), LexemeKind.Sign, character.ToString()));
                }
            }
        }

        return lexemes;
    }

    /// <summary>A word without accents, in lower case.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var character in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(character))
            {
                folded.Append(character is 'œ' ? "oe" : character is 'æ' ? "ae" : character.ToString());
            }
        }

        return folded.ToString();
    }

    private static bool IsMark(char character) => character > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsApostrophe(char character) => character is '\'' or '’' or '‘' or '`' or '´';

    private static int WordEnd(string text, int position)
    {
        while (position < text.Length && (char.IsLetter(text[position]) || IsMark(text[position])
            || (IsApostrophe(text[position]) && position + 1 < text.Length && char.IsLetter(text[position + 1]))))
        {
            position++;
        }

        return position;
    }

    private static void AddWord(string surface, List<Lexeme> lexemes)
    {
        string[] parts = surface.Split('\'', '’', '‘', '`', '´');
        if (parts.Length == 1)
        {
            var folded = Fold(surface);
            AddAll(folded == "cannot" ? ["can", "not"] : [folded], surface, lexemes);
            return;
        }

        var (before, after) = (Fold(parts[0]), Fold(parts[1]));
        string[]? english = after switch
        {
            "t" when before == "won" => ["will", "not"],
            "t" when before == "can" => ["can", "not"],
            "t" when before == "shan" => ["shall", "not"],
            "t" when before.EndsWith('n') => [before[..^1], "not"],
            "ll" => [before, "will"],
            "re" => [before, "are"],
            "ve" => [before, "have"],
            "m" => [before, "am"],
            "s" => [before, "s"],
            "d" => [before, "would"],
            _ => null,
        };
        if (english is not null)
        {
            AddAll(english, surface, lexemes);
            return;
        }

        foreach (var part in parts)
        {
            AddAll([Fold(part)], part, lexemes);
        }
    }

    private static void AddAll(string[] words, string surface, List<Lexeme> lexemes) =>
        lexemes.AddRange(words.Where(word => word.Length > 0).Select(word => new Lexeme(word, LexemeKind.Word, surface)));

    // "1 500" and "1,500" go on, "01 99 00" and "12,50" too; "3, 4" does not.
    private static int NumberEnd(string text, int position)
    {
        position = DigitsEnd(text, position);
        while (position + 1 < text.Length && char.IsDigit(text[position + 1]))
        {
            var after = DigitsEnd(text, position + 1);
            var isThousand = after - position == 4 && (char.IsWhiteSpace(text[position]) || text[position] is ',' or '.' or '\'' or '’');
            var isDecimal = text[position] is ',' or '.' && after - position is 2 or 3 && (after == text.Length || text[after] is not ('.' or ',')
                || after + 1 == text.Length || !char.IsDigit(text[after + 1]));
            if (!isThousand && !isDecimal)
            {
                break;
            }

            position = after;
            if (isDecimal)
            {
                break;
            }
        }

        return position;
    }

    private static int DigitsEnd(string text, int position)
    {
        while (position < text.Length && char.IsDigit(text[position]))
        {
            position++;
        }

        return position;
    }

    private static string Digits(ReadOnlySpan<char> written)
    {
        var mark = written.LastIndexOfAny(',', '.');
        var decimals = mark >= 0 && written.Length - mark is 2 or 3 ? mark : -1;
        var digits = new StringBuilder(written.Length);
        for (var position = 0; position < written.Length; position++)
        {
            if (char.IsDigit(written[position]))
            {
                digits.Append(CharUnicodeInfo.GetDecimalDigitValue(written[position]));
            }
            else if (position == decimals)
            {
                digits.Append('.');
            }
        }

        return digits.ToString();
    }
}
