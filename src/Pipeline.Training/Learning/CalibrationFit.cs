using Pipeline.Messages;
using Pipeline.Scoring.Models;

namespace Pipeline.Training.Learning;

/// <summary>
/// Fits the calibration on scores of texts by hands that the weights had not seen: temperatures and the coupling of sentiment and emotion by
/// likelihood, the point where a rare answer is given by F1.
/// </summary>
internal sealed class CalibrationFit(IReadOnlyList<float[]> scores, IReadOnlyList<float[]> targets)
{
    private const float Smoothing = 2;

    private static readonly float[] Temperatures = [0.6f, 0.7f, 0.8f, 0.9f, 1, 1.15f, 1.3f, 1.5f, 1.75f, 2, 2.5f];
    private static readonly float[] Strengths = [0, 0.15f, 0.3f, 0.45f, 0.6f, 0.8f];
    private static readonly float[] MixedBiases = [0, 0.2f, 0.4f, 0.6f, 0.8f, 1, 1.2f, 1.4f, 1.6f];

    private readonly float[] _temperatures = [.. Enumerable.Repeat(1f, Calibration.Spans.Length)];
    private readonly float[] _biases = new float[Heads.Columns];
    private float[] _couplings = new float[Heads.SentimentCount * Heads.EmotionCount];

    /// <summary>The fitted calibration.</summary>
    public Calibration Fit()
    {
        FitPair();
        for (var head = 2; head < Calibration.Spans.Length; head++)
        {
            var own = head;
            _temperatures[head] = Temperatures.MinBy(temperature => Loss(own, temperature));
        }

        FitThreshold(Heads.Aggression, 3);
        FitThreshold(Heads.WantsHuman, 4);
        FitMixed();
        return new(_temperatures, _biases, _couplings);
    }

    /// <summary>Sentiment and emotion together: two temperatures and how strongly they are coupled.</summary>
    private void FitPair()
    {
        var (strength, sentiment, emotion, least) = (0f, 1f, 1f, double.MaxValue);
        var full = Couplings(1);
        for (var round = 0; round < 2; round++)
        {
            foreach (var candidate in Strengths)
            {
                Try(candidate, sentiment, emotion);
            }

            foreach (var candidate in Temperatures)
            {
                Try(strength, candidate, emotion);
            }

            foreach (var candidate in Temperatures)
            {
                Try(strength, sentiment, candidate);
            }
        }

        (_temperatures[0], _temperatures[1]) = (sentiment, emotion);
        _couplings = [.. full.Select(value => value * strength)];

        void Try(float byStrength, float bySentiment, float byEmotion)
        {
            var loss = PairLoss([.. full.Select(value => value * byStrength)], bySentiment, byEmotion);
            if (loss < least)
            {
                (strength, sentiment, emotion, least) = (byStrength, bySentiment, byEmotion, loss);
            }
        }
    }

    private double PairLoss(float[] couplings, float sentiment, float emotion)
    {
        float[] temperatures = [.. _temperatures];
        (temperatures[0], temperatures[1]) = (sentiment, emotion);
        var calibration = new Calibration(temperatures, _biases, couplings);
        var columns = new float[Heads.Felt];
        var loss = 0d;
        for (var row = 0; row < scores.Count; row++)
        {
            scores[row].AsSpan(0, columns.Length).CopyTo(columns);
            calibration.Apply(columns);
            for (var column = 0; column < Heads.Intensity; column++)
            {
                loss -= float.IsNaN(targets[row][column]) ? 0 : targets[row][column] * Math.Log(Math.Max(1e-9, columns[column]));
            }
        }

        return loss;
    }

    /// <summary>How much more often than by chance each pair of labels occurs.</summary>
    private float[] Couplings(float strength)
    {
        var pairs = new float[Heads.SentimentCount * Heads.EmotionCount];
        var (sentiments, emotions) = (new float[Heads.SentimentCount], new float[Heads.EmotionCount]);
        var total = 0f;
        foreach (var target in targets.Where(target => !float.IsNaN(target[Heads.Sentiment]) && !float.IsNaN(target[Heads.Emotion])))
        {
            for (var pair = 0; pair < pairs.Length; pair++)
            {
                var (sentiment, emotion) = Math.DivRem(pair, Heads.EmotionCount);
                var both = target[Heads.Sentiment + sentiment] * target[Heads.Emotion + emotion];
                pairs[pair] += both;
                sentiments[sentiment] += both;
                emotions[emotion] += both;
                total += both;
            }
        }

        return
        [
            .. pairs.Select((count, pair) =>
            {
                var expected = sentiments[pair / Heads.EmotionCount] * emotions[pair % Heads.EmotionCount] / Math.Max(1, total);
                return strength * MathF.Log((count + Smoothing) / (expected + Smoothing));
            }),
        ];
    }

    private double Loss(int head, float temperature)
    {
        var (first, count, exclusive) = Calibration.Spans[head];
        var shape = new HeadShape("", 0, count, exclusive);
        var own = new float[count];
        var loss = 0d;
        for (var row = 0; row < scores.Count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                own[column] = scores[row][first + column] / temperature;
            }

            shape.ToProbabilities(own);
            for (var column = 0; column < count; column++)
            {
                var target = targets[row][first + column];
                loss -= float.IsNaN(target) ? 0
                    : (target * Math.Log(Math.Max(1e-9, own[column])))
                        + (exclusive ? 0 : (1 - target) * Math.Log(Math.Max(1e-9, 1 - own[column])));
            }
        }

        return loss;
    }

    /// <summary>Moves the scores of a yes-or-no answer so that 0.5 is where F1 is best: the middle of all points that are nearly as good.</summary>
    private void FitThreshold(int column, int head)
    {
        var candidates = Enumerable.Range(-40, 61).Select(step => step / 10f).ToArray();
        var reached = candidates.Select(threshold => F1(column, threshold * _temperatures[head])).ToArray();
        var best = reached.Max();
        _biases[column] = -candidates.Where((_, index) => reached[index] >= best - 0.004).Average();
    }

    private double F1(int column, float threshold)
    {
        var (hits, said, truths) = (0, 0, 0);
        for (var row = 0; row < scores.Count; row++)
        {
            var (yes, truth) = (scores[row][column] >= threshold, targets[row][column] > 0.5f);
            hits += yes && truth ? 1 : 0;
            said += yes ? 1 : 0;
            truths += truth ? 1 : 0;
        }

        return said + truths == 0 ? 0 : 2.0 * hits / (said + truths);
    }

    /// <summary>Mixed feelings are rare, and by likelihood alone would never be said.</summary>
    private void FitMixed()
    {
        var mixed = Heads.Sentiment + (int)Sentiment.Mixed;
        _biases[mixed] = MixedBiases.MaxBy(bias =>
        {
            float[] biases = [.. _biases];
            biases[mixed] = bias;
            return Quality(new(_temperatures, biases, _couplings));
        });
    }

    /// <summary>Accuracy and macro-F1 of sentiment.</summary>
    private double Quality(Calibration calibration)
    {
        var tally = new Evaluation.LabelTally(Enum.GetNames<Sentiment>());
        var columns = new float[Heads.Felt];
        for (var row = 0; row < scores.Count; row++)
        {
            if (!float.IsNaN(targets[row][Heads.Sentiment]))
            {
                scores[row].AsSpan(0, columns.Length).CopyTo(columns);
                calibration.Apply(columns);
                tally.Add(Array.IndexOf(targets[row], 1, Heads.Sentiment, Heads.SentimentCount), (int)Decisions.SentimentOf(columns));
            }
        }

        return tally.Accuracy + (tally.Rows > 0 ? 0.5 * tally.MacroF1 : 0);
    }
}
