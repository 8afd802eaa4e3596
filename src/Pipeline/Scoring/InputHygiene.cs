using System.Globalization;
using System.Text;

namespace Pipeline.Scoring;

/// <summary>
/// Makes a text safe to store, search and show, before anything else reads it:
/// <list type="bullet">
/// <item>invalid surrogates become U+FFFD, and the whole is brought to Unicode form C, so that "é" is one character however it was
/// typed;</item>
/// <item>zero-width characters, bidirectional controls, soft hyphens and invisible tag characters go: they hide numbers from masking and
/// reorder what an advisor sees. The joiner stays inside an emoji, which would fall apart without it;</item>
/// <item>line ends become a line feed, any other control character a space.</item>
/// </list>
/// Markup stays as typed: it is text, and whoever shows it escapes it. A clean text comes back as the same object.
/// </summary>
public static class InputHygiene
{
    private const char Joiner = '\u200D';

    /// <summary>The neutralised text.</summary>
    public static string Clean(string text)
    {
        var dirty = IndexOfDirt(text);
        if (dirty < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        clean.Append(text, 0, dirty);
        for (var index = dirty; index < text.Length; index++)
        {
            var length = Append(clean, text, index);
            index += length - 1;
        }

        var result = clean.ToString();
        return result.IsNormalized(NormalizationForm.FormC) ? result : result.Normalize(NormalizationForm.FormC);
    }

    private static int IndexOfDirt(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            // Printable ASCII and Latin-1 letters are clean and composed; everything else takes the careful path.
            if (text[index] is not ((>= ' ' and <= '~') or '\n' or (>= '\u00C0' and <= '\u00FF')))
            {
                return index;
            }
        }

        return -1;
    }

    /// <returns>How many characters of the text were read.</returns>
    private static int Append(StringBuilder clean, string text, int index)
    {
        var character = text[index];
        if (char.IsSurrogate(character))
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
            {
                clean.Append('\uFFFD');
                return 1;
            }

            if (rune.Value is not (>= 0xE0000 and <= 0xE007F))
            {
                clean.Append(text, index, 2);
            }

            return 2;
        }

        switch (character)
        {
            case '\n':
                clean.Append('\n');
                break;
            case '\r':
                clean.Append('\n');
                return index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 1;
            case '\u2028' or '\u2029':
                clean.Append('\n');
                break;
            case Joiner when IsInsideEmoji(text, index):
                clean.Append(character);
                break;
            case Joiner or '\u00AD' or '\u061C' or '\u180E':
            case var _ when char.GetUnicodeCategory(character) == UnicodeCategory.Format:
                break;
            case var _ when char.IsControl(character):
                clean.Append(' ');
                break;
            default:
                clean.Append(character);
                break;
        }

        return 1;
    }

    private static bool IsInsideEmoji(string text, int index) =>
        index > 0 && index + 1 < text.Length && IsEmojiPart(text[index - 1]) && IsEmojiPart(text[index + 1]);

    private static bool IsEmojiPart(char character) =>
        char.IsSurrogate(character) || character is '\uFE0F' or (>= '\u2600' and <= '\u27BF');
}
