using System.Text;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>A sentence of a message, as the cues are looked for in it.</summary>
/// <param name="Text">As written, without blanks around it.</param>
/// <param name="Plain">Lower case, without accents, its words parted by one space, one before the first and one behind the last.</param>
/// <param name="IsQuestion">Whether it ends in a question mark.</param>
internal sealed record SpokenSentence(string Text, string Plain, bool IsQuestion)
{
    /// <summary>What stands further back in a text is not read.</summary>
    private const int MostRead = 2000;

    /// <summary>How many words it has.</summary>
    public int Words => Plain.AsSpan().Count(' ') - 1;

    /// <summary>The sentences of a text, in order.</summary>
    public static IEnumerable<SpokenSentence> In(string text)
    {
        var start = 0;
        var length = Math.Min(text.Length, MostRead);
        for (var position = 0; position < length; position++)
        {
            if (text[position] is '\n'
                || (text[position] is '.' or '!' or '?' or '…' && (position + 1 == length || char.IsWhiteSpace(text[position + 1]))))
            {
                // "… ?" is one mark, with the French blank before it.
                var end = position + 1;
                if (end + 1 < length && char.IsWhiteSpace(text[end]) && text[end + 1] is '?' or '!')
                {
                    end = Math.Min(end + 2, length);
                }

                if (Of(text[start..end]) is { } sentence)
                {
                    yield return sentence;
                }

                (start, position) = (end, end - 1);
            }
        }

        if (Of(text[start..length]) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Whether one of the cues stands in it; a cue begins at the start of a word.</summary>
    public bool Has(IReadOnlyList<string> cues)
    {
        foreach (var cue in cues)
        {
            for (var at = Plain.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = Plain.IndexOf(cue, at + 1, StringComparison.Ordinal))
            {
                if (at > 0 && Plain[at - 1] == ' ')
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether it begins with one of the cues.</summary>
    public bool Begins(IReadOnlyList<string> cues) => cues.Any(cue => Plain.AsSpan(1).StartsWith(cue, StringComparison.Ordinal));

    private static SpokenSentence? Of(string part)
    {
        var text = part.Trim();
        var plain = PlainOf(text);
        return plain.Length > 1 ? new(text, plain, text.TrimEnd('!', ' ', '"', '»', ')').EndsWith('?')) : null;
    }

    private static string PlainOf(string text)
    {
        var plain = new StringBuilder(text.Length + 2);
        var inWord = false;
        foreach (var character in text)
        {
            var isWord = char.IsLetterOrDigit(character);
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

    // Scoring and Transcripts fold words too; rooms do not know one another.
    private static char Folded(char character) => character < 128 || char.IsSurrogate(character)
        ? char.ToLowerInvariant(character)
        : char.ToLowerInvariant(character.ToString().Normalize(NormalizationForm.FormD)[0]);
}
