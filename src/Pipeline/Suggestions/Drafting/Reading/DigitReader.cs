using System.Text;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Finds rows of digits: telephone numbers, account numbers, also when each digit is spoken.</summary>
internal static class DigitReader
{
    private const int FewestDigits = 6;
    private const int FewestParts = 3;

    public static FactToken? At(IReadOnlyList<Lexeme> lexemes, int start, GuardWords words)
    {
        var digits = new StringBuilder();
        var (position, parts, end) = (start, 0, start);
        while (position < lexemes.Count)
        {
            var repeat = lexemes[position].Text switch { "double" => 2, "triple" => 3, _ => 1 };
            var (_, length, part) = NumberReader.At(lexemes, position + (repeat > 1 ? 1 : 0), words);
            if (length == 0)
            {
                break;
            }

            digits.Insert(digits.Length, part, repeat);
            position += length + (repeat > 1 ? 1 : 0);
            (parts, end) = (parts + 1, position);
            if (position < lexemes.Count && (lexemes[position].Is('.') || lexemes[position].Is('-') || lexemes[position].Is('/')))
            {
                position++;
            }
        }

        return digits.Length >= FewestDigits && (parts >= FewestParts || lexemes[start].IsNumber)
            ? new FactToken(FactKind.Digits, "", 0, 0, National(lexemes, start, digits.ToString()), start, end)
            : null;
    }

    // +33 1 and +44 7 are 01 and 07.
    private static string National(IReadOnlyList<Lexeme> lexemes, int start, string digits) =>
        start > 0 && lexemes[start - 1].Is('+') && (digits.StartsWith("33", StringComparison.Ordinal) || digits.StartsWith("44", StringComparison.Ordinal))
            ? $"0{digits[2..]}"
            : digits;
}
