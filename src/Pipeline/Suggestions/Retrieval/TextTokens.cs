using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>A word of a text.</summary>
/// <param name="Surface">As written, in lower case.</param>
/// <param name="Stem">Folded (no accents) and cut to its stem: equal for "bloquée" and "bloquer", for "charged" and "charges".</param>
public readonly record struct Token(string Surface, string Stem);

/// <summary>
/// Cuts texts into words for comparing them. Words of no weight and single characters are left out, and so is whatever stands in brackets,
/// because masks do ("[phone]").
/// </summary>
public static partial class TextTokens
{
    /// <summary>The words of a text that carry meaning, in order.</summary>
    public static IReadOnlyList<Token> Of(string text, string language)
    {
        var tokens = new List<Token>();
        foreach (Match word in Word().Matches(WithoutBrackets(text.ToLowerInvariant())))
        {
            // "wi-fi", "e-mail", "e-sim" are one word; "rendez-vous", "dites-moi" are two.
            var isOne = word.Value.IndexOf('-') is > 0 and <= 2;
            foreach (var part in isOne ? [word.Value.Replace("-", "", StringComparison.Ordinal)] : word.Value.Split('-'))
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
        string.Join(' ', Word().Matches(WithoutBrackets(Fold(text.ToLowerInvariant()))).Select(word => word.Value)).Replace('-', ' ');

    /// <summary>Whether something may stand in brackets.</summary>
    public static bool HasBrackets(string text) => text.AsSpan().IndexOfAny('[', '<', '{') >= 0;

    private static string WithoutBrackets(string text) => HasBrackets(text) ? Bracketed().Replace(text, " ") : text;

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

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\[[^\]]*\]|<[^>]*>|\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
