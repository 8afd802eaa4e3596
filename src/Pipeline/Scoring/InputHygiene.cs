using System.Globalization;
using System.Text;

namespace Pipeline.Scoring;

/// <summary>
/// Makes a text safe to store, search and show, before anything else reads it:
/// <list type="bullet">
/// <item>invalid surrogates and what Unicode says is no character (U+FFFE and the like, which .NET refuses to normalise) become U+FFFD, and
/// the whole is brought to Unicode form C, so that "é" is one character however it was typed;</item>
/// <item>zero-width characters, bidirectional controls, soft hyphens and invisible tag characters go: they hide numbers from masking and
/// reorder what an advisor sees. The joiner stays inside an emoji, which would fall apart without it;</item>
/// <item>of the marks that pile up on one character, accents and the like, <see cref="MostMarks"/> stay: no script needs more, towers of them
/// cover the lines around, and putting them in order takes time that grows with the square of their number;</item>
/// <item>line ends become a line feed, any other control character a space.</item>
/// </list>
/// Markup stays as typed: it is text, and whoever shows it escapes it. A clean text comes back as the same object.
/// </summary>
public static class InputHygiene
{
    /// <summary>The most marks on one character. Unicode's own limit for safe streams (UAX #15, section 13) is 30.</summary>
    public const int MostMarks = 10;

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
        var marks = 0;
        for (var index = dirty; index < text.Length;)
        {
            var written = clean.Length;
            var isMark = IsMark(text, index);
            index += isMark && marks == MostMarks ? Length(text, index) : Append(clean, text, index);
            marks = isMark ? Math.Min(marks + 1, MostMarks) : clean.Length > written ? 0 : marks;
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

            if ((rune.Value & 0xFFFE) == 0xFFFE)
            {
                clean.Append('\uFFFD');
            }
            else if (rune.Value is not (>= 0xE0000 and <= 0xE007F))
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
            case '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF'):
                clean.Append('\uFFFD');
                break;
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

    private static bool IsMark(string text, int index) => text[index] >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(text, index)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static int Length(string text, int index) => char.IsHighSurrogate(text[index]) ? 2 : 1;

    private static bool IsInsideEmoji(string text, int index) =>
        index > 0 && index + 1 < text.Length && IsEmojiPart(text[index - 1]) && IsEmojiPart(text[index + 1]);

    private static bool IsEmojiPart(char character) =>
        char.IsSurrogate(character) || character is '\uFE0F' or (>= '\u2600' and <= '\u27BF');
}
