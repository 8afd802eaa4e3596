using System.Text;
using Pipeline.Scoring.Lexicons;

namespace Pipeline.Scoring.Words;

/// <summary>Takes a text apart into words that a vocabulary knows. One pass.</summary>
internal static class WordReader
{
    private const int LongestPlaceholder = 32;

    /// <summary>Reads a text.</summary>
    public static Reading Read(string text, Vocabulary vocabulary)
    {
        var reading = new Reading(text);
        Span<char> form = stackalloc char[WordForm.Longest];
        var first = true;
        var run = 0;
        for (var position = 0; position < text.Length;)
        {
            var character = text[position];
            var marks = first ? WordMarks.First : WordMarks.None;
            if (character is '!' or '?')
            {
                reading.Exclamations += character == '!' ? 1 : 0;
                reading.Asks |= character == '?';
                reading.LongestRun = Math.Max(reading.LongestRun, ++run);
                EndSentence(reading, character == '?');
                first = true;
                position++;
                continue;
            }

            run = character == ' ' ? run : 0;
            if (character is '\n' or ';' or '.' && IsEnd(text, position))
            {
                EndSentence(reading, asked: false);
                first = true;
                position++;
            }
            else if (char.IsLetterOrDigit(character))
            {
                position = ReadWord(reading, vocabulary, position, form, marks);
                first = false;
            }
            else if (character == '[' && PlaceholderEnd(text, position) is > 0 and var end)
            {
                reading.Words.Add(new(position, end - position, Vocabulary.NoSymbols, marks | WordMarks.Placeholder));
                position = end;
                first = false;
            }
            else if (Rune.TryGetRuneAt(text, position, out var rune) && WordForm.IsEmoji(rune))
            {
                var length = rune.EncodeToUtf16(form);
                reading.Words.Add(new(position, length, vocabulary.SymbolsOf(form[..length]),
                    marks | WordMarks.Emoji | WordMarks.First | WordMarks.Last));
                position += length;
            }
            else
            {
                position++;
            }
        }

        EndSentence(reading, asked: false);
        reading.TrailsOff = text.AsSpan().TrimEnd() is [.., '.', '.'] or [.., '\u2026'];
        return reading;
    }

    private static int ReadWord(Reading reading, Vocabulary vocabulary, int start, Span<char> form, WordMarks marks)
    {
        var end = WordForm.Read(reading.Text, start, form, out var length);
        var symbols = vocabulary.SymbolsOf(form[..length]);
        if (WordForm.IsStretched(form[..length]))
        {
            marks |= WordMarks.Stretched;
            for (var most = 2; symbols == Vocabulary.NoSymbols && most > 0; most--)
            {
                length = WordForm.Squeeze(form[..length], most);
                symbols = vocabulary.SymbolsOf(form[..length]);
            }
        }

        marks |= Count(reading, start, end) ? WordMarks.Capitals : WordMarks.None;
        reading.Words.Add(new(start, end - start, symbols, marks));
        return end;
    }

    /// <summary>Counts letters and capitals; true when the word is all capitals.</summary>
    private static bool Count(Reading reading, int start, int end)
    {
        var (letters, capitals) = (0, 0);
        foreach (var character in reading.Text.AsSpan(start, end - start))
        {
            letters += char.IsLetter(character) ? 1 : 0;
            capitals += char.IsUpper(character) ? 1 : 0;
        }

        var shouted = capitals >= 2 && capitals == letters;
        reading.Letters += letters;
        reading.CapitalLetters += shouted ? letters : 0;
        return shouted;
    }

    private static void EndSentence(Reading reading, bool asked)
    {
        for (var index = reading.Words.Count - 1; asked && index >= 0 && !reading.Words[index].Has(WordMarks.Last); index--)
        {
            reading.Words[index] = reading.Words[index] with { Marks = reading.Words[index].Marks | WordMarks.Asked };
        }

        if (reading.Words is [.., var last])
        {
            reading.Words[^1] = last with { Marks = last.Marks | WordMarks.Last };
        }
    }

    /// <summary>A full stop ends a sentence unless a digit or letter follows: "5.8.0", "h.lacombe".</summary>
    private static bool IsEnd(string text, int position) => position + 1 >= text.Length || !char.IsLetterOrDigit(text[position + 1]);

    private static int PlaceholderEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start < LongestPlaceholder && text[end] is (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9'))
        {
            end++;
        }

        return end < text.Length && text[end] == ']' && end - start > 3 ? end + 1 : 0;
    }
}
