using System.Buffers;
using System.Text;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Glance;

/// <summary>
/// Reads what a glance sees of a text: words, two words in a row and two with one between them, groups of four letters, marks; each becomes a
/// place in a table of <see cref="GlanceModel.Places"/>, and things that share a place share a weight. One pass, no word lists, no allocations.
/// </summary>
/// <typeparam name="TSink">Who takes the places: a struct, so that its methods become part of the loop.</typeparam>
/// <param name="sink">Who takes the places.</param>
internal ref struct GlanceReader<TSink>(ref TSink sink)
    where TSink : struct, IGlanceSink
{
    private const uint Prime = 16777619;
    private const uint Offset = 2166136261;
    private const uint Spread = 0x9E3779B1;
    private const uint PairSeed = 0x51ED270B;
    private const uint SkipSeed = 0x2545F491;
    private const uint LetterSeed = 0x6C62272E;
    private const uint MarkSeed = 0x1B873593;
    private const uint Edge = 0x7FEB352D;
    private const int LetterGroup = 4;
    private const int LetterBits = 16;
    private const int MostMarks = 3;

    private readonly ref TSink _sink = ref sink;
    private uint _before = Edge;
    private uint _previous = Edge;
    private int _letters;
    private int _capitals;

    /// <summary>Reads a text.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        var (exclamations, questions) = (0, 0);
        for (var position = 0; position < text.Length;)
        {
            var character = text[position];
            if (char.IsLetterOrDigit(character))
            {
                position = ReadWord(text, position);
                continue;
            }

            exclamations += character == '!' ? 1 : 0;
            questions += character == '?' ? 1 : 0;
            position += character < '\u2000' ? 1 : ReadEmoji(text[position..]);
        }

        TakePairs(Edge);
        TakeMark(0, Math.Min(exclamations, MostMarks));
        TakeMark(1, Math.Min(questions, MostMarks));
        TakeMark(2, _capitals >= 4 && _capitals * 10 >= _letters * 8 ? 1 : 0);
    }

    private int ReadWord(ReadOnlySpan<char> text, int start)
    {
        var (hash, group, length, position) = (Offset, (ulong)'_', 1, start);
        for (; position < text.Length && position - start < WordForm.Longest; position++)
        {
            var folded = Folding.Fold(text[position]);
            if (!char.IsLetterOrDigit(folded))
            {
                break;
            }

            _letters++;
            _capitals += text[position] is >= 'A' and <= 'Z' ? 1 : 0;
            folded = char.IsAsciiDigit(folded) ? '#' : folded;
            hash = (hash ^ folded) * Prime;
            group = (group << LetterBits) | folded;
            length++;
            TakeLetters(group, length);
        }

        TakeLetters((group << LetterBits) | '_', length + 1);
        Take(hash);
        TakePairs(hash);
        return position;
    }

    private int ReadEmoji(ReadOnlySpan<char> text)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done && WordForm.IsEmoji(rune))
        {
            var hash = (Offset ^ (uint)rune.Value) * Prime;
            Take(hash);
            TakePairs(hash);
        }

        return length;
    }

    private void TakePairs(uint hash)
    {
        Take(((_previous ^ PairSeed) * Prime) ^ hash);
        Take(((_before ^ SkipSeed) * Prime) ^ hash);
        (_before, _previous) = (_previous, hash);
    }

    private readonly void TakeLetters(ulong group, int length)
    {
        if (length >= LetterGroup)
        {
            _sink.TakeLetters(PlaceOf(((uint)group * Prime) ^ ((uint)(group >> 32) * Spread) ^ LetterSeed));
        }
    }

    private readonly void TakeMark(uint kind, int value) => Take(((MarkSeed ^ kind) * Prime) ^ (uint)value);

    private readonly void Take(uint hash) => _sink.TakeWord(PlaceOf(hash));

    private static ushort PlaceOf(uint hash) => (ushort)(((hash ^ (hash >> 15)) * Spread) >> 16);
}
