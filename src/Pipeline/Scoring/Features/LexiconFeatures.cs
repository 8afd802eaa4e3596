using Pipeline.Scoring.Lexicons;

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
            var word = findings.Words[felt.FirstWord].Start;
            var language = findings.Lexicon.Language[0];
            features.Add(FeatureGroup.Lexicon, Id(GroupSeed, ((uint)language << 16) + (uint)felt.Match.Entry), 1, -1);
            if (felt.Emotion is { } emotion)
            {
                features.Add(FeatureGroup.Lexicon, Id(EmotionSeed, (uint)emotion), (float)felt.Strength, -1);
            }

            if (felt.Emotion != felt.Group.Emotion)
            {
                features.Add(FeatureGroup.Lexicon, Id(TurnedSeed, (uint)(felt.Group.Emotion ?? 0)), 1, -1);
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

    private static uint Id(uint seed, uint number) => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(seed), number));

    private static uint Text(uint seed, string name) => FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(seed), name));
}
