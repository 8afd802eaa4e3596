using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Features;

/// <summary>
/// Reads from a text what the models weigh: words, pairs of words and groups of letters, as they are written and folded; words under a
/// negation; what the word lists found; how it is written. One pass, linear in the length of the text, no allocations.
/// </summary>
internal static class FeatureReader
{
    // Groups of 2 to 5 letters together are no better (docs/models.md), and four times as many.
    private const int LetterGroup = 4;
    private const int NegationReach = 4;

    // Of a very long text its beginning and its end: what it costs and keeps in memory stays bounded. The word lists read all of it.
    private const int MostWords = 2_000;
    private const int LastWords = 500;

    private const uint WordSeed = 1;
    private const uint NegatedSeed = 2;
    private const uint PairSeed = 3;
    private const uint SkipSeed = 4;
    private const uint LetterSeed = 5;
    private const uint TripleSeed = 6;

    /// <summary>Reads the features of a text.</summary>
    /// <param name="findings">What the word lists found in it.</param>
    /// <param name="vocabulary">The words of the lists.</param>
    /// <param name="features">Receives the features; emptied first.</param>
    public static void Read(LexiconFindings findings, Vocabulary vocabulary, FeatureList features)
    {
        features.Clear();
        ReadWords(findings, vocabulary, features);
        LexiconFeatures.Read(findings, features);
        SurfaceFeatures.Read(findings.Reading, features);
    }

    private static void ReadWords(LexiconFindings findings, Vocabulary vocabulary, FeatureList features)
    {
        var (reading, lexicon) = (findings.Reading, findings.Lexicon);
        Span<char> form = stackalloc char[WordForm.Longest + 2];
        var (before, previous) = (Edge('<'), Edge('^'));
        var negated = 0;
        var (count, left) = (reading.Words.Count, reading.Words.Count - MostWords);
        for (var index = 0; index < count; index++)
        {
            if (index == MostWords - LastWords && left > 0)
            {
                index += left;
            }

            var word = reading.Words[index];
            var length = FormOf(reading.Text, word, form[1..^1]);
            var own = FeatureHash.Add(FeatureHash.Begin(WordSeed), form.Slice(1, length));
            if (!word.Has(WordMarks.Placeholder))
            {
                features.Add(FeatureGroup.Words, FeatureHash.Finish(own), 1, index);
            }

            if (negated > 0)
            {
                negated--;
                features.Add(FeatureGroup.Words, FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(NegatedSeed), own)), 1, index);
            }

            AddPair(features, PairSeed, previous, own, index);
            AddPair(features, SkipSeed, before, own, index);
            AddTriple(features, before, previous, own, index);
            if (!word.Has(WordMarks.Placeholder | WordMarks.Emoji))
            {
                AddLetters(features, form[..(length + 2)], index);
            }

            (before, previous) = (previous, own);
            var symbols = vocabulary.Set(word.Symbols);
            negated = symbols.Contains(lexicon.Negator) ? NegationReach : symbols.Contains(lexicon.Contrast) ? 0 : negated;
            if (word.Has(WordMarks.Last))
            {
                negated = 0;
                var end = Edge(word.Has(WordMarks.Asked) ? '?' : index == reading.Words.Count - 1 ? '$' : '.');
                AddPair(features, PairSeed, previous, end, index);
                AddTriple(features, before, previous, end, index);
                (before, previous) = (previous, end);
            }
        }
    }

    /// <summary>The folded form: digits become one sign, a placeholder is one sign, and a letter held down is kept twice.</summary>
    private static int FormOf(string text, Word word, Span<char> form)
    {
        var length = 0;
        if (word.Has(WordMarks.Placeholder))
        {
            // Which kind of data was masked says nothing of the feeling, but a model would learn that people who give it are calm.
            form[0] = '[';
            return 1;
        }

        if (word.Has(WordMarks.Emoji))
        {
            text.AsSpan(word.Start, word.Length).CopyTo(form);
            return word.Length;
        }

        for (var position = word.Start; position < word.End && length < form.Length; position++)
        {
            var folded = Folding.Fold(text[position]);
            if (char.IsAsciiDigit(folded))
            {
                folded = '#';
            }

            var repeats = length > 0 && form[length - 1] == folded && (folded == '#' || (length > 1 && form[length - 2] == folded));
            if (folded != '\'' && !repeats)
            {
                form[length++] = folded;
            }
        }

        return length;
    }

    private static uint Edge(char sign) => FeatureHash.Add(FeatureHash.Begin(WordSeed), sign);

    private static void AddPair(FeatureList features, uint seed, uint first, uint second, int word) => features.Add(
        FeatureGroup.Pairs, FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(FeatureHash.Begin(seed), first), second)), 1, word);

    private static void AddTriple(FeatureList features, uint first, uint second, uint third, int word) => features.Add(
        FeatureGroup.Pairs,
        FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(FeatureHash.Add(FeatureHash.Begin(TripleSeed), first), second), third)),
        1,
        word);

    private static void AddLetters(FeatureList features, Span<char> padded, int word)
    {
        padded[0] = '_';
        padded[^1] = '_';
        for (var start = 0; start + LetterGroup <= padded.Length; start++)
        {
            var hash = FeatureHash.Add(FeatureHash.Begin(LetterSeed), padded.Slice(start, LetterGroup));
            features.Add(FeatureGroup.Letters, FeatureHash.Finish(hash), 1, word);
        }
    }
}
