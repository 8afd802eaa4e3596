namespace Pipeline.Training.Learning;

/// <summary>
/// Learns all questions at once from the same features: each feature has weights to every answer and to the units of a hidden layer, which all
/// answers share. Logistic losses, AdaGrad, features and units left out at random. The same examples and options give the same weights to the
/// byte.
/// </summary>
public sealed class NetworkLearner
{
    private readonly IReadOnlyList<HeadShape> _heads;
    private readonly NetworkOptions _options;
    private readonly int _columns;
    private readonly int _row;
    private readonly float[] _rows;
    private readonly float[] _rowSquares;
    private readonly float[] _output;
    private readonly float[] _outputSquares;
    private readonly Random _random;

    /// <param name="heads">The questions.</param>
    /// <param name="columns">All answers: a multiple of 16.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="options">How it is trained.</param>
    public NetworkLearner(IReadOnlyList<HeadShape> heads, int columns, int features, NetworkOptions options)
    {
        (_heads, _options, _columns, _row) = (heads, options, columns, options.Hidden + columns);
        _rows = new float[features * _row];
        _rowSquares = new float[features * _row];
        _output = new float[(options.Hidden + 1) * columns];
        _outputSquares = new float[(options.Hidden + 1) * columns];
        _random = new Random(options.Seed);
        for (var feature = 0; feature < features; feature++)
        {
            foreach (ref var weight in _rows.AsSpan(feature * _row, options.Hidden))
            {
                weight = ((_random.NextSingle() * 2) - 1) * options.Start;
            }
        }
    }

    /// <summary>For each feature its weights to the hidden units, then to the answers.</summary>
    public float[] Rows => _rows;

    /// <summary>For each hidden unit, and last for a constant 1, its weights to the answers.</summary>
    public float[] Output => _output;

    /// <summary>Trains.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="progress">Told after each epoch what share is done, 0 to 1.</param>
    public void Train(IReadOnlyList<Example> examples, Action<double>? progress = null)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var pass = new Pass(_options.Hidden, _columns, examples.Max(example => example.Ids.Length));
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var left = 1 - ((float)epoch / _options.Epochs);
            foreach (var index in order)
            {
                Learn(examples[index], pass, left);
            }

            progress?.Invoke((epoch + 1d) / _options.Epochs);
        }
    }

    /// <summary>Scores an example: the sums before any probability.</summary>
    public float[] Score(Example example)
    {
        var sums = new float[_row];
        for (var feature = 0; feature < example.Ids.Length; feature++)
        {
            AdaGrad.Add(sums, _rows.AsSpan(example.Ids[feature] * _row, _row), example.Values[feature]);
        }

        var scores = sums.AsSpan(_options.Hidden).ToArray();
        for (var unit = 0; unit <= _options.Hidden; unit++)
        {
            var strength = unit < _options.Hidden ? MathF.Tanh(sums[unit]) : 1;
            AdaGrad.Add(scores, _output.AsSpan(unit * _columns, _columns), strength);
        }

        return scores;
    }

    private void Learn(Example example, Pass pass, float left)
    {
        var hidden = _options.Hidden;
        pass.Sums.AsSpan().Clear();
        for (var feature = 0; feature < example.Ids.Length; feature++)
        {
            var value = Kept(_options.Dropout) * example.Values[feature];
            pass.Values[feature] = value;
            if (value != 0)
            {
                AdaGrad.Add(pass.Sums, _rows.AsSpan(example.Ids[feature] * _row, _row), value);
            }
        }

        var scores = pass.Sums.AsSpan(hidden);
        for (var unit = 0; unit < hidden; unit++)
        {
            pass.Strengths[unit] = MathF.Tanh(pass.Sums[unit]);
            pass.Kept[unit] = Kept(_options.HiddenDropout);
            AdaGrad.Add(scores, _output.AsSpan(unit * _columns, _columns), pass.Strengths[unit] * pass.Kept[unit]);
        }

        AdaGrad.Add(scores, _output.AsSpan(hidden * _columns, _columns), 1);
        Differ(scores, example);
        StepOutput(pass, scores, left);
        Step(example, pass, left);
    }

    /// <summary>0 for what is left out this time, and what the rest weighs instead of it.</summary>
    private float Kept(float dropout) => dropout > 0 && _random.NextSingle() < dropout ? 0 : 1 / (1 - dropout);

    /// <summary>From scores to the derivative of the loss by each of them.</summary>
    private void Differ(Span<float> scores, Example example)
    {
        foreach (var head in _heads)
        {
            head.ToProbabilities(scores);
            for (var column = head.First; column < head.First + head.Count; column++)
            {
                var target = example.Targets[column];
                scores[column] = float.IsNaN(target) ? 0 : (scores[column] - target) * head.Weight * example.Weight;
            }
        }

        scores[(_heads[^1].First + _heads[^1].Count)..].Clear();
    }

    /// <summary>Moves the output layer, and finds on the way what each hidden unit should have said.</summary>
    private void StepOutput(Pass pass, ReadOnlySpan<float> slopes, float left)
    {
        var hidden = _options.Hidden;
        for (var unit = 0; unit <= hidden; unit++)
        {
            var weights = _output.AsSpan(unit * _columns, _columns);
            if (unit < hidden)
            {
                var slope = 0f;
                for (var column = 0; column < _columns; column++)
                {
                    slope += weights[column] * slopes[column];
                }

                var strength = pass.Strengths[unit];
                pass.Sums[unit] = slope * pass.Kept[unit] * (1 - (strength * strength));
            }

            var factor = unit < hidden ? pass.Strengths[unit] * pass.Kept[unit] : 1;
            AdaGrad.Step(weights, _outputSquares.AsSpan(unit * _columns, _columns), slopes, factor, _options.HiddenRate * left);
        }
    }

    private void Step(Example example, Pass pass, float left)
    {
        var hidden = _options.Hidden;
        for (var feature = 0; feature < example.Ids.Length; feature++)
        {
            var value = pass.Values[feature];
            if (value == 0)
            {
                continue;
            }

            var row = _rows.AsSpan(example.Ids[feature] * _row, _row);
            var squares = _rowSquares.AsSpan(example.Ids[feature] * _row, _row);
            AdaGrad.Step(row[..hidden], squares[..hidden], pass.Sums.AsSpan(0, hidden), value, _options.HiddenRate * left);
            AdaGrad.Step(row[hidden..], squares[hidden..], pass.Sums.AsSpan(hidden), value, _options.DirectRate * left);
        }
    }

    /// <summary>Room for one look at an example.</summary>
    private sealed class Pass(int hidden, int columns, int features)
    {
        public float[] Sums { get; } = new float[hidden + columns];

        public float[] Strengths { get; } = new float[hidden];

        public float[] Kept { get; } = new float[hidden];

        public float[] Values { get; } = new float[features];
    }
}
