using System.Globalization;
using System.Text;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>A word of a text.</summary>
/// <param name="Surface">As written, in lower case.</param>
/// <param name="Stem">Folded (no accents) and cut to its stem: equal for "bloquée" and "bloquer", for "charged" and "charges".</param>
public readonly record struct Token(string Surface, string Stem);

/// <summary>
/// Cuts texts into words for comparing them. Words of no weight and single characters are left out, and so is whatever stands in brackets,
/// because masks do ("[phone]").
/// </summary>
public static class TextTokens
{
    /// <summary>The words of a text that carry meaning, in order.</summary>
    public static IReadOnlyList<Token> Of(string text, string language)
    {
        var tokens = new List<Token>();
        foreach (var word in Words(WithoutBrackets(text.ToLowerInvariant())))
        {
            // "wi-fi", "e-mail", "e-sim" are one word; "rendez-vous", "dites-moi" are two.
            var isOne = word.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 2;
            foreach (var part in isOne ? [word.Replace("-", "", StringComparison.Ordinal)] : word.Split('-'))
            {
                var folded = Fold(part);
                if (folded.Length > 1 && !StopWords.Contains(folded, language))
                {
                    tokens.Add(new(part, WordStem.Of(folded, language)));
                }
            }
        }

        return tokens;
    }

    /// <summary>Every word of a text, folded, with one space between: for finding expressions in it.</summary>
    public static string FoldedWords(string text) =>
        string.Join(' ', Words(WithoutBrackets(Fold(text.ToLowerInvariant())))).Replace('-', ' ');

    /// <summary>Whether something may stand in brackets.</summary>
    public static bool HasBrackets(string text) => text.AsSpan().IndexOfAny('[', '<', '{') >= 0;

    /// <summary>The sentences of a text: cut at marks that blanks follow, without both.</summary>
    public static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var position = 0; position < text.Length;)
        {
            var marks = RunEnd(text, position, IsSentenceMark);
            var next = marks > position ? RunEnd(text, marks, char.IsWhiteSpace) : marks;
            if (next > marks)
            {
                sentences.Add(text[start..position]);
                start = next;
            }

            position = Math.Max(next, position + 1);
        }

        sentences.Add(text[start..]);
        return sentences;
    }

    /// <summary>Words of letters, digits and accents, also with single hyphens inside.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            var end = RunEnd(text, position, IsInWord);
            if (end == position)
            {
                position++;
                continue;
            }

            while (end + 1 < text.Length && text[end] == '-' && IsInWord(text[end + 1]))
            {
                end = RunEnd(text, end + 1, IsInWord);
            }

            yield return text[position..end];
            position = end;
        }
    }

    /// <summary>The text with a space for each pair of brackets and what is between. A bracket that nothing closes stays.</summary>
    private static string WithoutBrackets(string text)
    {
        if (!HasBrackets(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        Span<int> lastClose = [text.LastIndexOf(']'), text.LastIndexOf('>'), text.LastIndexOf('}')];
        for (var position = 0; position < text.Length; position++)
        {
            // Known beforehand whether anything closes it: a text of a thousand open brackets is not searched a thousand times.
            var kind = "[<{".IndexOf(text[position], StringComparison.Ordinal);
            var isClosed = kind >= 0 && lastClose[kind] > position;
            plain.Append(isClosed ? ' ' : text[position]);
            position = isClosed ? text.IndexOf("]>}"[kind], position) : position;
        }

        return plain.ToString();
    }

    private static int RunEnd(string text, int start, Func<char, bool> belongs)
    {
        while (start < text.Length && belongs(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsSentenceMark(char character) => character is '.' or '!' or '?' or '…' or ':' or ';';

    private static bool IsInWord(char character) => char.IsLetterOrDigit(character) || (character > '\u007F' && char.GetUnicodeCategory(character)
        is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    /// <summary>The text without accents, in the letters of English ("œ" becomes "oe").</summary>
    private static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (character is 'œ')
            {
                folded.Append("oe");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character);
            }
        }

        return folded.ToString();
    }
}
