using System.Numerics;

namespace Pipeline.Training.Learning;

/// <summary>
/// Learns all questions at once from the same features: one row of weights a feature, one column an answer; logistic losses, AdaGrad,
/// weights that shrink. The same examples and options give the same weights to the byte.
/// </summary>
public sealed class LinearLearner(IReadOnlyList<HeadShape> heads, int columns, int rows, LinearOptions options)
{
    private const float Least = 1e-8f;

    private readonly float[] _weights = new float[(long)rows * columns];
    private readonly float[] _squares = new float[(long)rows * columns];
    private readonly Random _random = new(options.Seed);

    /// <summary>The weights: <c>columns</c> of them a row.</summary>
    public float[] Weights => _weights;

    /// <summary>Trains.</summary>
    /// <param name="examples">The examples; rows beyond the table are not allowed.</param>
    /// <param name="progress">Told after each epoch how many of all are done, 0 to 1.</param>
    public void Train(IReadOnlyList<Example> examples, Action<double>? progress = null)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var gradient = new float[columns];
        var kept = new float[1024];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var rate = options.Rate * (1 - ((float)epoch / options.Epochs));
            foreach (var index in order)
            {
                var example = examples[index];
                if (kept.Length < example.Ids.Length)
                {
                    kept = new float[example.Ids.Length * 2];
                }

                var values = Drop(example.Values, kept);
                Score(example.Ids, values, gradient);
                Differ(gradient, example);
                Step(example.Ids, values, gradient, rate);
            }

            progress?.Invoke((epoch + 1d) / options.Epochs);
        }
    }

    /// <summary>Scores an example: sums before any probability.</summary>
    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> scores)
    {
        scores.Clear();
        for (var feature = 0; feature < ids.Length; feature++)
        {
            var value = values[feature];
            if (value == 0)
            {
                continue;
            }

            var row = _weights.AsSpan(ids[feature] * columns, columns);
            var factor = new Vector<float>(value);
            for (var column = 0; column < columns; column += Vector<float>.Count)
            {
                (new Vector<float>(scores[column..]) + (factor * new Vector<float>(row[column..]))).CopyTo(scores[column..]);
            }
        }
    }

    private ReadOnlySpan<float> Drop(float[] values, float[] kept)
    {
        if (options.Dropout == 0)
        {
            return values;
        }

        var scale = 1 / (1 - options.Dropout);
        for (var index = 0; index < values.Length; index++)
        {
            kept[index] = _random.NextSingle() < options.Dropout ? 0 : values[index] * scale;
        }

        return kept.AsSpan(0, values.Length);
    }

    /// <summary>From scores to the derivative of the loss by each of them.</summary>
    private void Differ(Span<float> scores, Example example)
    {
        foreach (var head in heads)
        {
            head.ToProbabilities(scores);
            for (var column = head.First; column < head.First + head.Count; column++)
            {
                var target = example.Targets[column];
                scores[column] = float.IsNaN(target) ? 0 : (scores[column] - target) * head.Weight * example.Weight;
            }
        }

        var last = heads[^1];
        scores[(last.First + last.Count)..].Clear();
    }

    private void Step(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, ReadOnlySpan<float> gradient, float rate)
    {
        var (shrink, steps, least) = (new Vector<float>(1 - (options.Decay * rate)), new Vector<float>(rate), new Vector<float>(Least));
        for (var feature = 0; feature < ids.Length; feature++)
        {
            if (values[feature] == 0)
            {
                continue;
            }

            var factor = new Vector<float>(values[feature]);
            var row = _weights.AsSpan(ids[feature] * columns, columns);
            var squares = _squares.AsSpan(ids[feature] * columns, columns);
            for (var column = 0; column < columns; column += Vector<float>.Count)
            {
                var slope = factor * new Vector<float>(gradient[column..]);
                var sum = new Vector<float>(squares[column..]) + (slope * slope);
                sum.CopyTo(squares[column..]);
                var step = steps * slope / (Vector.SquareRoot(sum) + least);
                ((new Vector<float>(row[column..]) * shrink) - step).CopyTo(row[column..]);
            }
        }
    }
}
