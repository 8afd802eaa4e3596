using Pipeline.Scoring.Features;
using Pipeline.Scoring.Models;
using Pipeline.Scoring.Signals.Grammar;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Recognition;

/// <summary>
/// Reads from a message what the recognisers of routing weigh: its words and groups of letters; what the scoring model makes of it, answers and hidden units, which carry
/// over what twenty thousand messages taught; signs; topics; and, for a wish, which parts of speech stand near each other in what order. The same in
/// training and in use. Linear in the length of the text.
/// </summary>
internal static class EvidenceReader
{
    private const uint HiddenSeed = 60;
    private const uint AnswerSeed = 61;
    private const uint GrammarSeed = 62;
    private const uint ListSeed = 63;
    private const uint TopicSeed = 64;
    private const uint LanguageSeed = 65;
    private const uint DeniedSeed = 66;

    // How loud each kind is beside the others; chosen by leaving out one hand at a time (docs/routing.md).
    private const float Answers = 2;
    private const float Signs = 0.7f;
    private const float Topics = 0.7f;
    private const float Language = 0.3f;

    private static readonly uint[] HiddenIds = IdsOf(HiddenSeed, Heads.Hidden);
    private static readonly uint[] AnswerIds = IdsOf(AnswerSeed, Heads.Columns);

    /// <summary>Reads a message that was just scored.</summary>
    /// <param name="findings">What the word lists found.</param>
    /// <param name="signs">What the grammar found.</param>
    /// <param name="features">Its features, as the scoring model has left them.</param>
    /// <param name="columns">The answers of the scoring model.</param>
    /// <param name="evidence">Receives what was read; emptied first.</param>
    public static void Read(
        LexiconFindings findings, SignFindings signs, FeatureList features, ReadOnlySpan<float> columns, EvidenceList evidence)
    {
        evidence.Clear();
        AddText(features, evidence);
        AddAnswers(features.Hidden, columns, evidence);
        AddSigns(findings, signs, evidence);
        var lexicon = findings.Lexicon.Language == "fr" ? TopicLexicon.French : TopicLexicon.English;
        var reading = WordReader.Read(findings.Reading.Text, lexicon.Vocabulary);
        AddTopics(reading, lexicon, evidence);
        evidence.Add(Id(LanguageSeed, findings.Lexicon.Language[0]), Language);
        evidence.EndShared();
        SpeechReader.Read(reading, lexicon, evidence);
    }

    private static void AddText(FeatureList features, EvidenceList evidence)
    {
        Span<float> factors = stackalloc float[FeatureList.Groups];
        FeatureScales.Read(features, factors);
        var ids = features.Ids;
        var values = features.Values;
        var groups = features.GroupsOf;
        for (var index = 0; index < ids.Length; index++)
        {
            // Pairs of words are rare in so few chats: they made nothing better.
            if (groups[index] != (byte)FeatureGroup.Pairs)
            {
                evidence.Add((uint)ids[index], values[index] * factors[groups[index]]);
            }
        }
    }

    private static void AddAnswers(ReadOnlySpan<float> hidden, ReadOnlySpan<float> columns, EvidenceList evidence)
    {
        for (var unit = 0; unit < Heads.Hidden; unit++)
        {
            evidence.Add(HiddenIds[unit], hidden[unit]);
        }

        for (var column = 0; column < Heads.Columns; column++)
        {
            evidence.Add(AnswerIds[column], columns[column] * Answers);
        }
    }

    private static void AddSigns(LexiconFindings findings, SignFindings signs, EvidenceList evidence)
    {
        foreach (var sign in signs.Found)
        {
            evidence.Add(FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(GrammarSeed), sign)), Signs);
        }

        if (signs.WishDenied)
        {
            evidence.Add(Id(DeniedSeed, 1), Signs);
        }

        foreach (var sign in findings.Signals)
        {
            evidence.Add(FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(ListSeed), sign)), Signs);
        }
    }

    private static void AddTopics(Reading reading, TopicLexicon lexicon, EvidenceList evidence)
    {
        Span<int> counts = stackalloc int[lexicon.Topics + 1];
        counts.Clear();
        foreach (var word in reading.Words)
        {
            foreach (var symbol in lexicon.Vocabulary.Set(word.Symbols))
            {
                counts[Math.Max(0, lexicon.ClassOf(symbol))]++;
            }
        }

        for (var topic = 1; topic < counts.Length; topic++)
        {
            if (counts[topic] > 0)
            {
                evidence.Add(Id(TopicSeed, (uint)topic), MathF.Log(1 + counts[topic]) * Topics);
            }
        }
    }

    private static uint[] IdsOf(uint seed, int count) => [.. Enumerable.Range(0, count).Select(number => Id(seed, (uint)number))];

    private static uint Id(uint seed, uint number) => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(seed), number));
}
