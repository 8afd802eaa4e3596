using System.Globalization;
using System.Text;

namespace Pipeline.Suggestions.Ranking;

/// <summary>Cuts a text into the words that the ranker reads: of any language that puts blanks between words.</summary>
internal static class RankingWords
{
    /// <summary>The words of a text, in order.</summary>
    public static RankingWord[] Of(string text)
    {
        var plain = Ascii.IsValid(text) ? text : WithoutAccents(text);
        var words = new List<RankingWord>(plain.Length / 4);
        ushort sentence = 0;
        var starts = true;
        for (var position = 0; position < plain.Length;)
        {
            var character = plain[position];
            if (char.IsLetterOrDigit(character))
            {
                var end = End(plain, position);
                words.Add(Read(plain.AsSpan(position, end - position), sentence, starts));
                position = end;
                starts = false;
                continue;
            }

            if (character == '?')
            {
                words.Add(new(RankingWord.QuestionMark, RankingWordKind.Question, sentence));
            }

            if (character is '.' or '!' or '?' or ':' or '\n' && !starts)
            {
                sentence++;
                starts = true;
            }

            position++;
        }

        return [.. words];
    }

    /// <summary>The end of a word; marks between digits belong to the number.</summary>
    private static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsInsideNumber(text, end)))
        {
            end++;
        }

        return end;
    }

    private static bool IsInsideNumber(string text, int position) =>
        text[position] is '.' or ',' or ':' or '/' or '-'
        && position > 0 && char.IsDigit(text[position - 1])
        && position + 1 < text.Length && char.IsDigit(text[position + 1]);

    private static RankingWord Read(ReadOnlySpan<char> letters, ushort sentence, bool starts)
    {
        var hash = RankingHash.Begin(0);
        var hasDigit = false;
        foreach (var letter in letters)
        {
            hash = RankingHash.Add(hash, char.ToLowerInvariant(letter));
            hasDigit |= char.IsDigit(letter);
        }

        var kind = hasDigit ? RankingWordKind.Number
            : !starts && letters.Length > 1 && char.IsUpper(letters[0]) ? RankingWordKind.Name
            : RankingWordKind.Plain;
        return new(RankingHash.Finish(hash), kind, sentence);
    }

    private static string WithoutAccents(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(character);
            }
        }

        return plain.ToString();
    }
}
