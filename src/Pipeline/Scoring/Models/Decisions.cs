using Pipeline.Messages;
using Pipeline.Scoring.Intents;

namespace Pipeline.Scoring.Models;

/// <summary>From the probabilities of a model to what is said about a message.</summary>
internal static class Decisions
{
    /// <summary>From this probability on a yes-or-no answer is yes.</summary>
    public const float Sure = 0.5f;

    private const double NamedShare = 0.4;
    private const int MostEmotions = 3;
    private const float LeastShare = 0.15f;
    private const float LeastIntent = 0.15f;

    /// <summary>The sentiment.</summary>
    public static Sentiment SentimentOf(ReadOnlySpan<float> columns) => (Sentiment)Best(columns.Slice(Heads.Sentiment, Heads.SentimentCount));

    /// <summary>How likely that sentiment is, calibrated: of messages that say 0.7, seven in ten are right.</summary>
    public static double SentimentConfidenceOf(ReadOnlySpan<float> columns)
    {
        var shares = columns.Slice(Heads.Sentiment, Heads.SentimentCount);
        return Math.Round(shares[Best(shares)], 3);
    }

    /// <summary>The dominant emotion.</summary>
    public static Emotion EmotionOf(ReadOnlySpan<float> columns) => (Emotion)Best(columns.Slice(Heads.Emotion, Heads.EmotionCount));

    /// <summary>
    /// The emotions, dominant first, with their probabilities: as often as one says 0.7, it is right in seven of ten messages. Neutral stands
    /// alone.
    /// </summary>
    public static EmotionScore[] EmotionsOf(ReadOnlySpan<float> columns)
    {
        var shares = columns.Slice(Heads.Emotion, Heads.EmotionCount);
        var best = Best(shares);
        Span<EmotionShare> felt = stackalloc EmotionShare[Heads.EmotionCount];
        felt[0] = new(best, shares[best]);
        var count = 1;
        for (var emotion = 1; emotion < shares.Length && best != (int)Emotion.Neutral; emotion++)
        {
            if (emotion != best && shares[emotion] >= LeastShare)
            {
                felt[count++] = new(emotion, shares[emotion]);
            }
        }

        felt[1..count].Sort((left, right) => right.Share.CompareTo(left.Share));
        var scores = new EmotionScore[Math.Min(count, MostEmotions)];
        for (var index = 0; index < scores.Length; index++)
        {
            scores[index] = new((Emotion)felt[index].Emotion, Math.Round(felt[index].Share, 3));
        }

        return scores;
    }

    /// <summary>0 exactly when the dominant emotion is neutral, else 1 to 3.</summary>
    public static int IntensityOf(ReadOnlySpan<float> columns)
    {
        if (EmotionOf(columns) == Emotion.Neutral)
        {
            return 0;
        }

        var steps = columns.Slice(Heads.Intensity, Heads.IntensityCount);
        return steps[1] < Sure ? 1 : steps[2] < Sure ? 2 : 3;
    }

    /// <summary>From -1 to 1: which side is how likely, and how strong the feeling is.</summary>
    /// <param name="columns">The probabilities.</param>
    /// <param name="named">
    /// The valence of the words that name feelings, by the word lists: where they stand on the same side, they know better how strong it is said.
    /// </param>
    public static double ValenceOf(ReadOnlySpan<float> columns, double named)
    {
        var steps = columns.Slice(Heads.Intensity, Heads.IntensityCount);
        var strength = 0.5 + (0.25 * steps[1]) + (0.25 * steps[2]);
        var side = (columns[Heads.Sentiment + (int)Sentiment.Positive] - columns[Heads.Sentiment + (int)Sentiment.Negative]) * strength;
        var valence = side * named > 0 ? ((1 - NamedShare) * side) + (NamedShare * named) : side;
        return Math.Round(Math.Clamp(valence, -1, 1), 3);
    }

    /// <summary>
    /// What the message is about; null when nothing is likely enough. Fraud and a lost SIM have a case handed over at once: they are named only when
    /// they are likelier than everything else together.
    /// </summary>
    public static (string? Intent, double? Confidence) IntentOf(ReadOnlySpan<float> columns)
    {
        Span<float> shares = stackalloc float[Heads.IntentCount];
        columns.Slice(Heads.Intent, Heads.IntentCount).CopyTo(shares);
        var best = Best(shares);
        while (shares[best] is > 0 and < Sure && (IntentNames.Ordered[best] is IntentNames.FraudSecurity or IntentNames.SimLossTheft))
        {
            shares[best] = 0;
            best = Best(shares);
        }

        return shares[best] < LeastIntent ? (null, null) : (IntentNames.Ordered[best], Math.Round(shares[best], 3));
    }

    private static int Best(ReadOnlySpan<float> shares)
    {
        var best = 0;
        for (var index = 1; index < shares.Length; index++)
        {
            best = shares[index] > shares[best] ? index : best;
        }

        return best;
    }

    private readonly record struct EmotionShare(int Emotion, float Share);
}
