using System.Globalization;
using System.Text;

namespace Pipeline.Suggestions.Slots.Reading;

/// <summary>A text made easy to read for readers that look for forms, not for words.</summary>
internal static class PlainSpeech
{
    /// <summary>
    /// In lower case, without accents, every blank a plain one, and without what stands in brackets: masks ("[PHONE_1]") hold digits.
    /// </summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var lastClose = text.LastIndexOf(']');
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] == '[' && lastClose > position)
            {
                position = text.IndexOf(']', position);
                plain.Append(' ');
                continue;
            }

            plain.Append(text[position]);
        }

        // By the compatibility form, a full-width digit and a narrow blank are what they look like. What cannot be normalised (half a
        // surrogate pair) stays as it is.
        var lower = plain.ToString().ToLowerInvariant();
        lower = lower.IsNormalized(NormalizationForm.FormKD) ? lower : lower.Normalize(NormalizationForm.FormKD);
        plain.Clear();
        foreach (var character in lower)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsWhiteSpace(character) ? ' ' : character);
            }
        }

        return plain.ToString();
    }
}
