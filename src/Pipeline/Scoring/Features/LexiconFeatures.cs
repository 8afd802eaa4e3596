using Pipeline.Scoring.Feelings;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Features;

/// <summary>What the word lists found, as features: each group of phrases, each emotion with its strength, the lists' own verdict.</summary>
internal static class LexiconFeatures
{
    private const uint GroupSeed = 20;
    private const uint EmotionSeed = 21;
    private const uint TurnedSeed = 22;
    private const uint SentimentSeed = 23;
    private const uint DominantSeed = 24;
    private const uint IntensitySeed = 25;
    private const uint SignalSeed = 26;
    private const uint IntentSeed = 27;
    private const uint ScaleSeed = 28;

    public static void Read(LexiconFindings findings, FeatureList features)
    {
        var feeling = findings.Feeling;
        foreach (var felt in feeling.Feelings)
        {
            var language = (uint)findings.Lexicon.Language[0] << 16;
            Spread(findings, features, felt, Id(GroupSeed, language + (uint)felt.Match.Entry), 1);
            if (felt.Emotion is { } emotion)
            {
                Spread(findings, features, felt, Id(EmotionSeed, (uint)emotion), (float)felt.Strength);
            }

            if (felt.Emotion != felt.Group.Emotion)
            {
                Spread(findings, features, felt, Id(TurnedSeed, (uint)(felt.Group.Emotion ?? 0)), 1);
            }
        }

        features.Add(FeatureGroup.Lexicon, Id(SentimentSeed, (uint)feeling.Sentiment), 1, -1);
        features.Add(FeatureGroup.Lexicon, Id(DominantSeed, (uint)feeling.Emotions[0].Emotion), 1, -1);
        features.Add(FeatureGroup.Lexicon, Id(IntensitySeed, (uint)feeling.Intensity), 1, -1);
        features.Add(FeatureGroup.Lexicon, Id(ScaleSeed, feeling.Valence > 0 ? 1u : 2u), (float)Math.Abs(feeling.Valence), -1);
        features.Add(FeatureGroup.Lexicon, Id(ScaleSeed, 3), (float)feeling.Aggression, -1);
        foreach (var match in findings.Matches)
        {
            switch (findings.Lexicon.Entries[match.Entry])
            {
                case SignalGroup signal:
                    features.Add(FeatureGroup.Lexicon, Text(SignalSeed, signal.Signal), 1, -1);
                    break;
                case IntentGroup intent:
                    features.Add(FeatureGroup.Lexicon, Text(IntentSeed, intent.Intent), (float)intent.Weight, -1);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Shares the value out over the words of the phrase, so that all of them are evidence.</summary>
    private static void Spread(LexiconFindings findings, FeatureList features, Feeling felt, uint id, float value)
    {
        var share = value / (felt.LastWord - felt.FirstWord + 1);
        for (var index = felt.FirstWord; index <= felt.LastWord; index++)
        {
            features.Add(FeatureGroup.Lexicon, id, share, PlaceOf(findings.Words[index].Start, findings.Reading.Words));
        }
    }

    /// <summary>The index of the word that starts at a position: a chat spelling can have made several words of it.</summary>
    private static int PlaceOf(int start, List<Word> words)
    {
        var (low, high) = (0, words.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static uint Id(uint seed, uint number) => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(seed), number));

    private static uint Text(uint seed, string name) => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(seed), name));
}
