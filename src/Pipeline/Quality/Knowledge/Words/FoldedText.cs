using System.Globalization;
using System.Text;

namespace Pipeline.Quality.Knowledge.Words;

/// <summary>Folds text to the form in which words are compared.</summary>
internal static class FoldedText
{
    /// <summary>Lower case without accents; œ and æ become two letters.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            switch (character)
            {
                case 'œ' or 'Œ':
                    folded.Append("oe");
                    break;
                case 'æ' or 'Æ':
                    folded.Append("ae");
                    break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                    {
                        folded.Append(char.ToLowerInvariant(character));
                    }

                    break;
            }
        }

        return folded.ToString();
    }
}
