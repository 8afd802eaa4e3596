using System.Globalization;

namespace Pipeline.Suggestions.Drafting.Reading;

/// <summary>Reads a number in digits or in words.</summary>
internal static class NumberReader
{
    /// <summary>The number that starts at a lexeme; length 0 when none does.</summary>
    /// <returns>Its value, how many lexemes it takes, and its digits as a telephone number would have them.</returns>
    public static (decimal Value, int Length, string Digits) At(IReadOnlyList<Lexeme> lexemes, int position, GuardWords words)
    {
        if (position >= lexemes.Count)
        {
            return (0, 0, "");
        }

        if (lexemes[position].IsNumber)
        {
            var text = lexemes[position].Text;
            var value = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : decimal.MaxValue;
            return (value, 1, text.Replace(".", "", StringComparison.Ordinal));
        }

        var (total, length) = InWords(lexemes, position, words);
        return (total, length, total.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether what starts here may be an article as well as the number one.</summary>
    public static bool IsArticle(IReadOnlyList<Lexeme> lexemes, int position) => lexemes[position].Text is "un" or "une" or "one";

    private static (int Value, int Length) InWords(IReadOnlyList<Lexeme> lexemes, int start, GuardWords words)
    {
        var (total, current, position) = (0, 0, start);
        while (position < lexemes.Count)
        {
            var place = position;
            if (position > start && lexemes[position].Text is "et" or "and" && position > start && current > 0 && current % 10 == 0)
            {
                place++;
            }

            if (place >= lexemes.Count || !lexemes[place].IsWord || !words.Numbers.TryGetValue(lexemes[place].Text, out var value)
                || (place > position && value is not (1 or 11) && (current % 100 != 0 || value > 99)))
            {
                break;
            }

            if (value == 1000 && position > start)
            {
                (total, current) = (total + (Math.Max(1, current) * 1000), 0);
            }
            else if (value == 100 && position > start && current is > 0 and < 10)
            {
                current *= 100;
            }
            else if (value == 20 && current % 100 == 4)
            {
                current += 76;
            }
            else if (position == start || Continues(current % 100, value) || (current == 0 && value < 1000))
            {
                current += value;
            }
            else
            {
                break;
            }

            position = place + 1;
        }

        return (total + current, position - start);
    }

    private static bool Continues(int tens, int value) => value < 100 && tens switch
    {
        0 => value > 0,
        60 or 80 => value is > 0 and < 20,
        20 or 30 or 40 or 50 or 70 or 90 => value is > 0 and < 10,
        _ => false,
    };
}
