using System.Runtime.Intrinsics;
using Pipeline.Suggestions.Ranking;
using Pipeline.Training.Learning;

namespace Pipeline.Training.Ranking;

/// <summary>Known features of a text.</summary>
internal readonly record struct Known(int[] Rows, float[] Values);

/// <summary>
/// Learns vectors of features so that those of a conversation and of the reply that was given point the same way, and those of other
/// replies do not.
/// </summary>
internal sealed class EncoderLearner
{
    private readonly Dictionary<uint, int> _index = [];
    private readonly int _width;
    private readonly Random _random;
    private readonly float[] _weights;
    private readonly float[] _squares;

    public EncoderLearner(IEnumerable<FeatureBag> contexts, IEnumerable<FeatureBag> replies, EncoderOptions options)
    {
        _width = options.Width;
        _random = new Random(options.Seed);
        Ids = [.. Pick(contexts, options.LeastContexts, options.MostContextFeatures), .. Pick(replies, options.LeastReplies, options.MostReplyFeatures)];
        Ids = [.. Ids.Distinct()];
        for (var row = 0; row < Ids.Length; row++)
        {
            _index.Add(Ids[row], row);
        }

        _weights = new float[Ids.Length * _width];
        _squares = new float[Ids.Length * _width];
        foreach (ref var weight in _weights.AsSpan())
        {
            weight = ((_random.NextSingle() * 2) - 1) * options.Start;
        }
    }

    public uint[] Ids { get; }

    public float[] Weights => _weights;

    public Known Look(FeatureBag bag)
    {
        var rows = new List<int>(bag.Ids.Count);
        var values = new List<float>(bag.Ids.Count);
        for (var index = 0; index < bag.Ids.Count; index++)
        {
            if (_index.TryGetValue(bag.Ids[index], out var row))
            {
                rows.Add(row);
                values.Add(bag.Values[index]);
            }
        }

        return new([.. rows], [.. values]);
    }

    public void Encode(Known known, Span<float> vector)
    {
        vector.Clear();
        for (var index = 0; index < known.Rows.Length; index++)
        {
            AdaGrad.Add(vector, _weights.AsSpan(known.Rows[index] * _width, _width), known.Values[index]);
        }
    }

    /// <summary>Trains on batches of one corpus each.</summary>
    public void Train(
        IReadOnlyList<(Known Context, int Reply)>[] corpora, IReadOnlyList<Known> replies, IReadOnlyList<int>[] pools, EncoderOptions options,
        Action<double>? progress = null)
    {
        var batches = new List<(int Corpus, int Start)>();
        var orders = corpora.Select(corpus => Enumerable.Range(0, corpus.Count).ToArray()).ToArray();
        for (var corpus = 0; corpus < corpora.Length; corpus++)
        {
            for (var start = 0; start + options.Batch <= corpora[corpus].Count; start += options.Batch)
            {
                batches.Add((corpus, start));
            }
        }

        var order = batches.ToArray();
        var pass = new Pass(options, _width);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            foreach (var shuffled in orders)
            {
                _random.Shuffle(shuffled);
            }

            _random.Shuffle(order);
            for (var done = 0; done < order.Length; done++)
            {
                var (corpus, start) = order[done];
                var left = 1 - ((epoch + ((float)done / order.Length)) / options.Epochs);
                Learn(corpora[corpus], orders[corpus].AsSpan(start, options.Batch), replies, pools[corpus], pass, options, options.Rate * MathF.Max(0.05f, left));
            }

            progress?.Invoke((epoch + 1d) / options.Epochs);
        }
    }

    private void Learn(
        IReadOnlyList<(Known Context, int Reply)> examples, ReadOnlySpan<int> batch, IReadOnlyList<Known> replies, IReadOnlyList<int> pool,
        Pass pass, EncoderOptions options, float rate)
    {
        var (size, negatives) = (batch.Length, options.Negatives);
        var total = size + negatives;
        for (var index = 0; index < total; index++)
        {
            var reply = index < size ? examples[batch[index]].Reply : pool[_random.Next(pool.Count)];
            pass.ReplyIds[index] = reply;
            pass.ReplyKept[index] = EncodeKept(replies[reply], pass.Replies.AsSpan(index * _width, _width), options.Dropout, ref pass.ReplyValues[index]);
        }

        pass.ReplySlopes.AsSpan(0, total * _width).Clear();
        for (var index = 0; index < size; index++)
        {
            var context = examples[batch[index]].Context;
            var vector = pass.Context.AsSpan();
            EncodeKept(context, vector, options.Dropout, ref pass.ContextValues);
            // Its own reply, and the drawn ones.
            var most = 0f;
            var own = examples[batch[index]].Reply;
            for (var other = 0; other < total; other++)
            {
                var weight = other == index ? 1 : other < size ? options.InBatch : 1;
                if (weight == 0 || (other != index && pass.ReplyIds[other] == own))
                {
                    pass.Logits[other] = float.NegativeInfinity;
                    continue;
                }

                pass.Logits[other] = Dot(vector, pass.Replies.AsSpan(other * _width, _width)) + (weight < 1 ? MathF.Log(weight) : 0);
                most = MathF.Max(most, pass.Logits[other]);
            }

            var sum = 0f;
            for (var other = 0; other < total; other++)
            {
                pass.Logits[other] = MathF.Exp(pass.Logits[other] - most);
                sum += pass.Logits[other];
            }

            pass.ContextSlopes.AsSpan().Clear();
            for (var other = 0; other < total; other++)
            {
                var slope = (pass.Logits[other] / sum) - (other == index ? 1 : 0);
                if (MathF.Abs(slope) > 1e-4f)
                {
                    AdaGrad.Add(pass.ContextSlopes, pass.Replies.AsSpan(other * _width, _width), slope);
                    AdaGrad.Add(pass.ReplySlopes.AsSpan(other * _width, _width), vector, slope);
                }
            }

            Step(context, pass.ContextValues, pass.ContextSlopes, rate);
        }

        for (var index = 0; index < total; index++)
        {
            Step(replies[pass.ReplyIds[index]], pass.ReplyValues[index], pass.ReplySlopes.AsSpan(index * _width, _width), rate);
        }
    }

    private bool EncodeKept(Known known, Span<float> vector, float dropout, ref float[] values)
    {
        if (values.Length < known.Rows.Length)
        {
            values = new float[known.Rows.Length * 2];
        }

        vector.Clear();
        for (var index = 0; index < known.Rows.Length; index++)
        {
            var value = dropout > 0 && _random.NextSingle() < dropout ? 0 : known.Values[index] / (1 - dropout);
            values[index] = value;
            if (value != 0)
            {
                AdaGrad.Add(vector, _weights.AsSpan(known.Rows[index] * _width, _width), value);
            }
        }

        return true;
    }

    private void Step(Known known, float[] values, ReadOnlySpan<float> slopes, float rate)
    {
        for (var index = 0; index < known.Rows.Length; index++)
        {
            if (values[index] != 0)
            {
                var at = known.Rows[index] * _width;
                AdaGrad.Step(_weights.AsSpan(at, _width), _squares.AsSpan(at, _width), slopes, values[index], rate);
            }
        }
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector256<float>.Zero;
        for (var index = 0; index < left.Length; index += Vector256<float>.Count)
        {
            sum += Vector256.Create(left[index..]) * Vector256.Create(right[index..]);
        }

        return Vector256.Sum(sum);
    }

    private static uint[] Pick(IEnumerable<FeatureBag> bags, int least, int most)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var id in bags.SelectMany(bag => bag.Ids))
        {
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }

        return [.. counts.Where(count => count.Value >= least).OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(most).Select(count => count.Key)];
    }

    private sealed class Pass(EncoderOptions options, int width)
    {
        private readonly int _total = options.Batch + options.Negatives;

        public int[] ReplyIds { get; } = new int[options.Batch + options.Negatives];

        public bool[] ReplyKept { get; } = new bool[options.Batch + options.Negatives];

        public float[] Replies { get; } = new float[(options.Batch + options.Negatives) * width];

        public float[] ReplySlopes { get; } = new float[(options.Batch + options.Negatives) * width];

        public float[][] ReplyValues { get; } = [.. Enumerable.Range(0, options.Batch + options.Negatives).Select(_ => new float[64])];

        public float[] Context { get; } = new float[width];

        public float[] ContextSlopes { get; } = new float[width];

        public float[] Logits { get; } = new float[options.Batch + options.Negatives];

#pragma warning disable CA1051, SA1401
        public float[] ContextValues = new float[512];
#pragma warning restore CA1051, SA1401
    }
}

/// <summary>How the encoder is trained.</summary>
internal sealed record EncoderOptions(
    int Width = 32, int Epochs = 4, int Batch = 32, int Negatives = 160, float Rate = 0.1f, float Start = 0.05f, float Dropout = 0.2f, float InBatch = 1,
    int LeastContexts = 3, int LeastReplies = 2, int MostContextFeatures = 1_000_000, int MostReplyFeatures = 200_000, int Seed = 1);
