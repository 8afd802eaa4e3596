using Pipeline.Messages;

namespace Pipeline.Scoring.Feelings;

/// <summary>Turns the weights of emotions into a distribution.</summary>
internal static class EmotionShares
{
    private const int Most = 3;
    private const double Least = 0.1;

    /// <summary>
    /// At most three emotions with a tenth or more each, dominant first, ties in the order of <see cref="Emotion"/>; thousandths that
    /// sum to 1.
    /// Neutral alone when no emotion has any weight.
    /// </summary>
    public static EmotionScore[] Of(ReadOnlySpan<double> weights)
    {
        var found = new List<(Emotion Emotion, double Weight)>();
        var total = 0d;
        for (var index = 0; index < weights.Length; index++)
        {
            if (weights[index] > 0)
            {
                found.Add(((Emotion)index, weights[index]));
                total += weights[index];
            }
        }

        if (found.Count == 0)
        {
            return [new(Emotion.Neutral, 1)];
        }

        found.Sort((left, right) => right.Weight != left.Weight
            ? right.Weight.CompareTo(left.Weight)
            : left.Emotion.CompareTo(right.Emotion));
        var kept = found.FindAll(emotion => emotion.Weight >= Least * total);
        kept = kept.GetRange(0, Math.Min(Most, kept.Count));
        var sum = kept.Sum(emotion => emotion.Weight);
        var shares = kept.Select(emotion => (int)(1000 * emotion.Weight / sum)).ToArray();
        shares[0] = 1000 - shares.Skip(1).Sum();
        return [.. kept.Select((emotion, index) => new EmotionScore(emotion.Emotion, shares[index] / 1000d))];
    }
}
