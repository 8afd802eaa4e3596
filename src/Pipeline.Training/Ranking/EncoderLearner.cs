using Pipeline.Training.Learning;

namespace Pipeline.Training.Ranking;

/// <summary>
/// Learns vectors of features so that those of a conversation and of the reply that was given point the same way, and those of other
/// replies do not: a softmax over the reply, the other replies of the batch and some drawn at random. The same examples and options give
/// the same vectors to the byte.
/// </summary>
internal sealed class EncoderLearner
{
    // Below this a slope moves nothing that the file could tell.
    private const float LeastSlope = 1e-4f;
    private const float LeastRate = 0.05f;

    private readonly EncoderOptions _options;
    private readonly int _width;
    private readonly Random _random;
    private readonly float[] _squares;
    private readonly IReadOnlyList<KnownFeatures> _replies;

    /// <param name="features">How many features there are.</param>
    /// <param name="replies">The replies by number.</param>
    /// <param name="options">How it is trained.</param>
    public EncoderLearner(int features, IReadOnlyList<KnownFeatures> replies, EncoderOptions options)
    {
        (_options, _width, _replies) = (options, options.Width, replies);
        _random = new Random(options.Seed);
        Vectors = new float[features * _width];
        _squares = new float[features * _width];
        foreach (ref var number in Vectors.AsSpan())
        {
            number = ((_random.NextSingle() * 2) - 1) * options.Start;
        }
    }

    /// <summary>The vectors of the features, one after the other.</summary>
    public float[] Vectors { get; }

    /// <summary>Trains.</summary>
    /// <param name="corpora">For each corpus its places, and the replies that wrong ones are drawn from.</param>
    /// <param name="progress">Told what share is done, 0 to 1.</param>
    public void Train(IReadOnlyList<(EncoderExample[] Places, int[] Pool)> corpora, Action<double>? progress = null)
    {
        (int Corpus, int Start)[] batches =
        [
            .. corpora.SelectMany((corpus, number) => corpus.Places.Chunk(_options.Batch)
                .Select((_, batch) => (number, batch * _options.Batch))),
        ];
        var pass = new EncoderPass(_options.Batch, _options.Negatives, _width);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            foreach (var (places, _) in corpora)
            {
                _random.Shuffle(places);
            }

            _random.Shuffle(batches);
            for (var done = 0; done < batches.Length; done++)
            {
                var share = (epoch + ((float)done / batches.Length)) / _options.Epochs;
                var (places, pool) = corpora[batches[done].Corpus];
                var start = batches[done].Start;
                Learn(places.AsSpan(start, Math.Min(_options.Batch, places.Length - start)), pool, pass, _options.Rate * MathF.Max(LeastRate, 1 - share));
                if (done % 100 == 0)
                {
                    progress?.Invoke(share);
                }
            }
        }

        progress?.Invoke(1);
    }

    private void Learn(ReadOnlySpan<EncoderExample> batch, int[] pool, EncoderPass pass, float rate)
    {
        pass.Begin(batch.Length);
        for (var index = 0; index < pass.Total; index++)
        {
            pass.Replies[index] = index < batch.Length ? batch[index].Reply : pool[_random.Next(pool.Length)];
            Encode(_replies[pass.Replies[index]], pass.Vector(index), ref pass.ReplyValues[index]);
        }

        for (var index = 0; index < batch.Length; index++)
        {
            Encode(batch[index].Context, pass.Context, ref pass.ContextValues[0]);
            pass.Compare(index);
            pass.ContextSlope.AsSpan().Clear();
            for (var other = 0; other < pass.Total; other++)
            {
                var slope = pass.Chances[other] - (other == index ? 1 : 0);
                if (MathF.Abs(slope) > LeastSlope)
                {
                    AdaGrad.Add(pass.ContextSlope, pass.Vector(other), slope);
                    AdaGrad.Add(pass.Slope(other), pass.Context, slope);
                }
            }

            Step(batch[index].Context, pass.ContextValues[0], pass.ContextSlope, rate);
        }

        for (var index = 0; index < pass.Total; index++)
        {
            Step(_replies[pass.Replies[index]], pass.ReplyValues[index], pass.Slope(index), rate);
        }
    }

    /// <summary>Sums up vectors, some of them left out at random.</summary>
    private void Encode(KnownFeatures features, Span<float> sum, ref float[] values)
    {
        values = values.Length < features.Rows.Length ? new float[features.Rows.Length * 2] : values;
        sum.Clear();
        for (var index = 0; index < features.Rows.Length; index++)
        {
            values[index] = _random.NextSingle() < _options.Dropout ? 0 : features.Values[index] / (1 - _options.Dropout);
            if (values[index] != 0)
            {
                AdaGrad.Add(sum, Vectors.AsSpan(features.Rows[index] * _width, _width), values[index]);
            }
        }
    }

    private void Step(KnownFeatures features, float[] values, ReadOnlySpan<float> slope, float rate)
    {
        for (var index = 0; index < features.Rows.Length; index++)
        {
            if (values[index] != 0)
            {
                var at = features.Rows[index] * _width;
                AdaGrad.Step(Vectors.AsSpan(at, _width), _squares.AsSpan(at, _width), slope, values[index], rate);
            }
        }
    }
}
