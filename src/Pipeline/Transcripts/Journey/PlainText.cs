using System.Text;

namespace Pipeline.Transcripts.Journey;

/// <summary>
/// A text as the cues are looked for in it: lower case, without accents, its words parted by one space, one before the first. So a cue with a
/// space before it is found at the start of words only.
/// </summary>
internal static class PlainText
{
    /// <summary>What stands further back in a text is not read: nobody's mood turns on the third page.</summary>
    public const int MostRead = 2000;

    /// <summary>The words of a text, each with a space before it.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, MostRead) + 2);
        var inWord = false;
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MostRead)))
        {
            var isWord = char.IsLetterOrDigit(character) && !char.IsSurrogate(character);
            if (isWord && !inWord)
            {
                plain.Append(' ');
            }

            if (isWord)
            {
                plain.Append(Folded(character));
            }

            inWord = isWord;
        }

        return plain.Append(' ').ToString();
    }

    /// <summary>How long a text is, its digits aside: the number of a placeholder is made by a key and must decide nothing.</summary>
    public static int LengthOf(string text)
    {
        var length = 0;
        foreach (var character in text)
        {
            length += char.IsAsciiDigit(character) ? 0 : 1;
        }

        return length;
    }

    /// <summary>How many words a plain text has.</summary>
    public static int Words(string plain) => plain.AsSpan().Count(' ') - 1;

    /// <summary>Whether one of the cues begins somewhere in a plain text.</summary>
    public static bool Has(string plain, IReadOnlyList<string> cues)
    {
        foreach (var cue in cues)
        {
            for (var at = plain.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(cue, at + 1, StringComparison.Ordinal))
            {
                if (at > 0 && plain[at - 1] == ' ')
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Scoring folds words too; this room does not know that one.
    private static char Folded(char character) => character < 128
        ? char.ToLowerInvariant(character)
        : char.ToLowerInvariant(character.ToString().Normalize(NormalizationForm.FormD)[0]);
}
