using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Lexicons;

/// <summary>
/// A phrase of a lexicon, read from its text. Words are compared folded (no case, no accents). Special parts, with spaces between:
/// <list type="bullet">
/// <item><c>rembours*</c> any word that begins so;</item>
/// <item><c>@person</c> any word of a class of the language's words file;</item>
/// <item><c>..</c> up to three words of any kind;</item>
/// <item><c>#</c> a word that begins with a digit;</item>
/// <item><c>^</c> first: the phrase begins a sentence; <c>$</c> last: it ends one.</item>
/// </list>
/// </summary>
/// <param name="Symbols">The symbols, in order.</param>
/// <param name="AtStart">Whether it only counts at the start of a sentence.</param>
/// <param name="AtEnd">Whether it only counts at the end of one.</param>
internal sealed record PhrasePattern(IReadOnlyList<int> Symbols, bool AtStart, bool AtEnd)
{
    /// <summary>Stands for a gap among the symbols.</summary>
    public const int Gap = 0;

    /// <summary>Reads a phrase.</summary>
    /// <exception cref="LexiconException">It is empty, or a part of it is not understood.</exception>
    public static PhrasePattern Parse(string phrase, string language, VocabularyBuilder vocabulary, string file)
    {
        var symbols = new List<int>();
        var (atStart, atEnd) = (false, false);
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (part)
            {
                case "^":
                    atStart = symbols.Count == 0 ? true : throw new LexiconException(file, phrase, "^ stands only at the start.");
                    break;
                case "$":
                    atEnd = true;
                    break;
                case "..":
                    symbols.Add(symbols.Count > 0 ? Gap : throw new LexiconException(file, phrase, "a phrase cannot begin with a gap."));
                    break;
                case "#":
                    symbols.Add(Vocabulary.Number);
                    break;
                case ['@', .. var name]:
                    symbols.Add(vocabulary.Class(language, name)
                        ?? throw new LexiconException(file, phrase, $"there is no class {name} in {language}."));
                    break;
                case [.. { Length: > 1 } stem, '*']:
                    symbols.Add(vocabulary.Stem(stem));
                    break;
                case "*":
                    throw new LexiconException(file, phrase, "a stem needs two letters or more.");
                default:
                    symbols.AddRange(Forms(part).Select(vocabulary.Word));
                    break;
            }
        }

        return symbols.Count > 0 && symbols[^1] != Gap
            ? new(symbols, atStart, atEnd)
            : throw new LexiconException(file, phrase, "a phrase needs a word, and cannot end with a gap.");
    }

    /// <summary>The forms of the words or the emoji of a text.</summary>
    public static List<string> Forms(string text)
    {
        var forms = new List<string>();
        Span<char> form = stackalloc char[WordForm.Longest];
        for (var position = 0; position < text.Length;)
        {
            if (char.IsLetterOrDigit(text[position]))
            {
                position = WordForm.Read(text, position, form, out var length);
                forms.Add(new string(form[..length]));
            }
            else if (System.Text.Rune.TryGetRuneAt(text, position, out var rune) && WordForm.IsEmoji(rune))
            {
                forms.Add(rune.ToString());
                position += rune.Utf16SequenceLength;
            }
            else
            {
                position++;
            }
        }

        return forms;
    }
}
