using System.Globalization;
using System.Text;

namespace Pipeline.Transcripts.Search.Words;

/// <summary>Folds letters to the form in which words are compared: lower case, no accents, ligatures apart (œ as oe).</summary>
internal static class FoldedLetters
{
    private const int TableSize = 0x250;

    private static readonly string?[] Table = [.. Enumerable.Range(0, TableSize).Select(code => Compute((char)code))];

    /// <summary>The folded form of a letter or digit; empty for a mark on the letter before it; null for what parts words.</summary>
    public static string? Of(char character) => character < TableSize ? Table[character] : Compute(character);

    /// <summary>Whether it stands where an apostrophe does.</summary>
    public static bool IsApostrophe(char character) => character is '\'' or '`' or '\u00B4' or '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u2032';

    private static string? Compute(char character)
    {
        if (IsApostrophe(character) || char.IsSurrogate(character))
        {
            return null;
        }

        if (char.IsLetterOrDigit(character))
        {
            return character switch
            {
                'œ' or 'Œ' => "oe",
                'æ' or 'Æ' => "ae",
                'ß' => "ss",
                _ => char.ToLowerInvariant(character.ToString().Normalize(NormalizationForm.FormD)[0]).ToString(),
            };
        }

        return CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark ? "" : null;
    }
}
