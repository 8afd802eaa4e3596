using System.Text;

namespace Pipeline.Scoring.Words;

/// <summary>Where the next word of a text is, and the form under which lexicons know it.</summary>
internal static class WordForm
{
    /// <summary>The most characters of a form. What is longer is no word of a lexicon.</summary>
    public const int Longest = 32;

    /// <summary>
    /// Reads the word that starts at a position. Letters and digits make a word; an apostrophe ends it, as in "j'ai", but not in
    /// "don't", whose form is "dont".
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The position of a letter or digit.</param>
    /// <param name="form">Receives the folded form.</param>
    /// <param name="length">The length of the form; 0 when the word is longer than a form can be.</param>
    /// <returns>Where the word ends in the text.</returns>
    public static int Read(ReadOnlySpan<char> text, int start, Span<char> form, out int length)
    {
        length = 0;
        var position = start;
        for (; position < text.Length; position++)
        {
            var folded = Folding.Fold(text[position]);
            if (folded == '\'' && position > start && IsContraction(text, position))
            {
                continue;
            }

            if (!char.IsLetterOrDigit(folded))
            {
                break;
            }

            length = Append(form, length, folded);
        }

        length = length > Longest ? 0 : length;
        return position;
    }

    /// <summary>Cuts runs of the same letter to a given number: "nooon" to "non" or "noon".</summary>
    /// <returns>The new length.</returns>
    public static int Squeeze(Span<char> form, int most)
    {
        var (length, run) = (0, 0);
        for (var index = 0; index < form.Length; index++)
        {
            run = index > 0 && form[index] == form[index - 1] ? run + 1 : 1;
            if (run <= most)
            {
                form[length++] = form[index];
            }
        }

        return length;
    }

    /// <summary>Whether a letter stands three times in a row.</summary>
    public static bool IsStretched(ReadOnlySpan<char> form)
    {
        for (var index = 2; index < form.Length; index++)
        {
            if (form[index] == form[index - 1] && form[index] == form[index - 2] && char.IsLetter(form[index]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a rune is an emoji that lexicons may know. Skin tones and variation selectors are not.</summary>
    public static bool IsEmoji(Rune rune) =>
        rune.Value is (>= 0x1F000 and <= 0x1FAFF and not (>= 0x1F3FB and <= 0x1F3FF)) or (>= 0x2600 and <= 0x27BF) or 0x2B50 or 0x2764;

    private static bool IsContraction(ReadOnlySpan<char> text, int apostrophe) =>
        Folding.Fold(text[apostrophe - 1]) == 'n' && apostrophe + 1 < text.Length && Folding.Fold(text[apostrophe + 1]) == 't'
        && (apostrophe + 2 >= text.Length || !char.IsLetterOrDigit(text[apostrophe + 2]));

    private static int Append(Span<char> form, int length, char folded)
    {
        var second = folded switch { '\u0153' or '\u00E6' => 'e', _ => '\0' };
        length = Put(form, length, folded switch { '\u0153' => 'o', '\u00E6' => 'a', _ => folded });
        return second == '\0' ? length : Put(form, length, second);
    }

    private static int Put(Span<char> form, int length, char character)
    {
        if (length < Longest)
        {
            form[length] = character;
        }

        return Math.Min(length, Longest) + 1;
    }
}
