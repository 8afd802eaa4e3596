using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>Length, repetition, markup, placeholders: what can be seen without understanding a word.</summary>
internal static class FormRule
{
    private const int LongestSentence = 320;
    private const int MostExclamations = 3;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("[]{}");
    private static readonly SearchValues<char> Marks = SearchValues.Create("<>`\\|*#~^=");

    public static RefusalReason? OfAll(IReadOnlyList<DraftSentence> sentences, DraftGround ground)
    {
        if (sentences.Count == 0 || sentences.Any(sentence => !sentence.Text.Any(char.IsLetter)))
        {
            return RefusalReason.Empty;
        }

        if (sentences.Count > ground.MaxSentences || sentences.Sum(sentence => sentence.Text.Length + 1) - 1 > ground.MaxCharacters
            || sentences.Any(sentence => sentence.Text.Length > LongestSentence))
        {
            return RefusalReason.TooLong;
        }

        var repeats = sentences.Select(sentence => sentence.Text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() < sentences.Count;
        return repeats || sentences.Sum(sentence => sentence.Text.Count(character => character == '!')) > MostExclamations
            ? RefusalReason.Repetition
            : null;
    }

    public static RefusalReason? Of(ReadSentence sentence)
    {
        var text = sentence.Said.Text;
        if (text.AsSpan().IndexOfAny(Brackets) >= 0 || text.Contains("__", StringComparison.Ordinal) || text.Contains("XX", StringComparison.Ordinal)
            || HasMaskName(text))
        {
            return RefusalReason.Placeholder;
        }

        if (text.AsSpan().IndexOfAny(Marks) >= 0 || (text.Contains('"', StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal))
            || (text.Contains("//", StringComparison.Ordinal) && sentence.Said.Links.Count == 0) || text.EnumerateRunes().Any(IsHidden))
        {
            return RefusalReason.Markup;
        }

        return Repeats(sentence) || Shouts(sentence) ? RefusalReason.Repetition : null;
    }

    // "PHONE_1" without its brackets.
    private static bool HasMaskName(string text)
    {
        var mark = text.IndexOf('_', StringComparison.Ordinal);
        return mark > 0 && char.IsLetterOrDigit(text[mark - 1]) && !text.Contains("://", StringComparison.Ordinal);
    }

    // Line ends, controls, invisible and private characters, and letters of other alphabets that look like ours.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (Rune.IsLetter(rune) && rune.Value > 0x024F && rune.Value is not (>= 0x1E00 and <= 0x1EFF));

    private static bool Repeats(ReadSentence sentence)
    {
        string[] words = [.. sentence.Said.Lexemes.Where(lexeme => lexeme.IsWord).Select(lexeme => lexeme.Text)];
        return Enumerable.Range(2, Math.Max(0, words.Length - 2)).Any(place => words[place] == words[place - 1] && words[place] == words[place - 2]);
    }

    private static bool Shouts(ReadSentence sentence) => sentence.Said.Text.Contains("!!", StringComparison.Ordinal)
        || sentence.Said.Lexemes.Any(lexeme => lexeme.IsWord && lexeme.Surface.Length >= 4 && lexeme.Surface.All(char.IsUpper)
            && sentence.Source?.Lexemes.Any(known => known.Surface == lexeme.Surface) != true);
}
