namespace Pipeline.Scoring.Models;

/// <summary>
/// From the scores of a model to probabilities: each head's scores are divided by its temperature and moved by a bias a column, which makes rare
/// answers as likely to be given as they are right. Both were fitted on messages of hands that the weights had not seen.
/// </summary>
/// <param name="temperatures">One for each of <see cref="Spans"/>.</param>
/// <param name="biases">One for each column.</param>
/// <param name="couplings">
/// How much more often than by chance each sentiment and each emotion go together, as a logarithm; sentiment by sentiment. Gratitude is seldom
/// negative, and what is certain of one helps to find the other.
/// </param>
internal sealed class Calibration(float[] temperatures, float[] biases, float[] couplings)
{
    /// <summary>The heads: first column, how many, and whether exactly one of them holds.</summary>
    public static readonly (int First, int Count, bool Exclusive)[] Spans =
    [
        (Heads.Sentiment, Heads.SentimentCount, true), (Heads.Emotion, Heads.EmotionCount, true),
        (Heads.Intensity, Heads.IntensityCount, false), (Heads.Aggression, 1, false), (Heads.WantsHuman, 1, false),
        (Heads.Intent, Heads.IntentCount, true),
    ];

    /// <summary>The temperatures.</summary>
    public IReadOnlyList<float> Temperatures => temperatures;

    /// <summary>The biases.</summary>
    public IReadOnlyList<float> Biases => biases;

    /// <summary>The couplings.</summary>
    public IReadOnlyList<float> Couplings => couplings;

    /// <summary>Turns scores into probabilities, in place; columns of heads that are not wholly there stay scores.</summary>
    public void Apply(Span<float> columns)
    {
        for (var head = 0; head < Spans.Length; head++)
        {
            var (first, count, exclusive) = Spans[head];
            if (first + count > columns.Length)
            {
                break;
            }

            var own = columns.Slice(first, count);
            for (var index = 0; index < count; index++)
            {
                own[index] = (own[index] / temperatures[head]) + biases[first + index];
            }

            Normalise(own, exclusive);
        }

        Couple(columns[..Heads.SentimentCount], columns.Slice(Heads.Emotion, Heads.EmotionCount));
    }

    /// <summary>Weighs every pair of a sentiment and an emotion, and sums the pairs up for each again.</summary>
    private void Couple(Span<float> sentiments, Span<float> emotions)
    {
        Span<float> pairs = stackalloc float[Heads.SentimentCount * Heads.EmotionCount];
        var sum = 0f;
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var (sentiment, emotion) = Math.DivRem(pair, Heads.EmotionCount);
            pairs[pair] = sentiments[sentiment] * emotions[emotion] * MathF.Exp(couplings[pair]);
            sum += pairs[pair];
        }

        sentiments.Clear();
        emotions.Clear();
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var (sentiment, emotion) = Math.DivRem(pair, Heads.EmotionCount);
            sentiments[sentiment] += pairs[pair] / sum;
            emotions[emotion] += pairs[pair] / sum;
        }
    }

    private static void Normalise(Span<float> scores, bool exclusive)
    {
        var (most, sum) = (float.NegativeInfinity, 0f);
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        foreach (ref var score in scores)
        {
            score = exclusive ? MathF.Exp(score - most) : 1 / (1 + MathF.Exp(-score));
            sum += score;
        }

        for (var index = 0; exclusive && index < scores.Length; index++)
        {
            scores[index] /= sum;
        }
    }
}
