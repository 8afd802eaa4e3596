using Pipeline.Scoring.Models;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Learning;

/// <summary>The questions of the shipped model, and what the labels of a row answer to them.</summary>
public static class CareHeads
{
    // A second emotion is there too, but the first one is what is asked for.
    private const float SecondEmotion = 0.25f;

    /// <summary>The questions.</summary>
    public static IReadOnlyList<HeadShape> Shapes { get; } =
    [
        new("sentiment", Heads.Sentiment, Heads.SentimentCount, Exclusive: true),
        new("emotion", Heads.Emotion, Heads.EmotionCount, Exclusive: true),
        new("intensity", Heads.Intensity, Heads.IntensityCount, Exclusive: false),
        new("aggression", Heads.Aggression, 1, Exclusive: false),
        new("wants human", Heads.WantsHuman, 1, Exclusive: false),
        new("intent", Heads.Intent, Heads.IntentCount, Exclusive: true),
    ];

    /// <summary>What each column should say of a row; NaN where the row has no label.</summary>
    /// <exception cref="CorpusFileException">A label is none of docs/models.md.</exception>
    public static float[] TargetsOf(CorpusRow row)
    {
        var targets = new float[Heads.Columns];
        Array.Fill(targets, float.NaN);
        if (row.Sentiment is { } sentiment)
        {
            Fill(targets, Heads.Sentiment, Heads.SentimentCount);
            targets[Heads.Sentiment + (int)Labels.SentimentOf(sentiment)] = 1;
        }

        if (row.Emotions is { Count: > 0 } emotions)
        {
            Fill(targets, Heads.Emotion, Heads.EmotionCount);
            var second = emotions.Count > 1 ? SecondEmotion : 0;
            targets[Heads.Emotion + (int)Labels.EmotionOf(emotions[0])] = 1 - second;
            foreach (var emotion in emotions.Skip(1))
            {
                targets[Heads.Emotion + (int)Labels.EmotionOf(emotion)] += second / (emotions.Count - 1);
            }
        }

        for (var step = 0; step < Heads.IntensityCount && row.Intensity is { } intensity; step++)
        {
            targets[Heads.Intensity + step] = intensity > step ? 1 : 0;
        }

        targets[Heads.Aggression] = Answer(row.Aggression);
        targets[Heads.WantsHuman] = Answer(row.WantsHuman);
        if (row.Intent is { } intent)
        {
            Fill(targets, Heads.Intent, Heads.IntentCount);
            targets[Heads.Intent + Labels.IntentOf(intent)] = 1;
        }

        return targets;
    }

    private static float Answer(bool? label) => label switch { true => 1, false => 0, null => float.NaN };

    private static void Fill(float[] targets, int first, int count) => targets.AsSpan(first, count).Clear();
}
