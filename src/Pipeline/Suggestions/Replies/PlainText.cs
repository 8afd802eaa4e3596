using System.Globalization;
using System.Text;

namespace Pipeline.Suggestions.Replies;

/// <summary>A text with one way of writing: blanks, apostrophes and accents, so that places in its folded form are places in it.</summary>
internal static class PlainText
{
    /// <summary>The text with plain single blanks and apostrophes; null when it holds half a character.</summary>
    public static string? Of(string text)
    {
        if (HasHalfCharacter(text))
        {
            return null;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(character))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (character == '…')
            {
                plain.Append("...");
            }
            else if (!char.IsControl(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                plain.Append(character is '’' or 'ʼ' or '`' ? '\'' : character);
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>In small letters without accents, of the same length: a place in one is the same place in the other.</summary>
    public static string Fold(string plain) => string.Create(plain.Length, plain, static (folded, text) =>
    {
        for (var index = 0; index < text.Length; index++)
        {
            folded[index] = text[index] < '\u0080' || char.IsSurrogate(text[index])
                ? char.ToLowerInvariant(text[index])
                : char.ToLowerInvariant(text[index]).ToString().Normalize(NormalizationForm.FormD)[0];
        }
    });

    /// <summary>The words of a text with their places: letters, digits and what stands between two of them ("aujourd'hui" is two).</summary>
    public static IReadOnlyList<PlainWord> Words(string plain)
    {
        var words = new List<PlainWord>();
        for (var position = 0; position < plain.Length; position++)
        {
            if (!char.IsLetterOrDigit(plain[position]) && !char.IsNumber(plain[position]))
            {
                continue;
            }

            var start = position;
            while (position < plain.Length && (char.IsLetterOrDigit(plain[position]) || char.IsNumber(plain[position])))
            {
                position++;
            }

            words.Add(new(plain[start..position], start));
        }

        return words;
    }

    private static bool HasHalfCharacter(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]) && !(index + 1 < text.Length && char.IsSurrogatePair(text, index++)))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A word of a text.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">Where it begins.</param>
internal readonly record struct PlainWord(string Text, int Start)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Text.Length;
}
