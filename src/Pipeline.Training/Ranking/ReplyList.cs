using Pipeline.Suggestions.Ranking;

namespace Pipeline.Training.Ranking;

/// <summary>A conversation and replies to choose from, as the second stage sees them.</summary>
/// <param name="Corpus">The number of the corpus.</param>
/// <param name="Half">In which half of the conversations it is.</param>
/// <param name="Aspects">The aspects of one reply after the other, twice as <see cref="RankerModel.Weights"/> are; the first reply was given.</param>
internal sealed record ReplyList(int Corpus, int Half, float[] Aspects)
{
    /// <summary>How many replies there are to choose from.</summary>
    public const int Candidates = 100;

    /// <summary>How many numbers a reply has.</summary>
    public static int Width => 2 * ReplyAspects.Names.Length;

    /// <summary>Makes a list of a place and other replies of its corpus, drawn at random, no two the same.</summary>
    /// <param name="place">The place.</param>
    /// <param name="model">An encoder and counts that have not seen the place.</param>
    /// <param name="replies">The replies by number.</param>
    /// <param name="pool">The replies to draw from.</param>
    /// <param name="random">What draws.</param>
    public static ReplyList Of(
        AnsweredPlace place, RankerModel model, IReadOnlyDictionary<int, RankableReply> replies, int[] pool, Random random)
    {
        var drawn = new HashSet<int> { place.Reply };
        while (drawn.Count < Math.Min(Candidates, pool.Length))
        {
            drawn.Add(pool[random.Next(pool.Length)]);
        }

        var context = new RankableContext(place.Read(), model);
        var aspects = new float[drawn.Count * Width];
        var at = 0;
        foreach (var reply in drawn.Select(number => replies[number]))
        {
            var own = aspects.AsSpan(at, Width / 2);
            ReplyAspects.Measure(context, reply, own);
            for (var aspect = 0; aspect < own.Length; aspect++)
            {
                aspects[at + own.Length + aspect] = own[aspect] * context.Familiar;
            }

            at += Width;
        }

        return new(place.Corpus, place.Part(2, kind: 1), aspects);
    }

    /// <summary>How many replies score at least as high as the one that was given.</summary>
    public int Rank(ReadOnlySpan<float> weights)
    {
        var (given, better) = (Score(0, weights), 0);
        for (var at = Width; at < Aspects.Length; at += Width)
        {
            better += Score(at, weights) >= given ? 1 : 0;
        }

        return better;
    }

    private float Score(int at, ReadOnlySpan<float> weights)
    {
        var score = 0f;
        for (var aspect = 0; aspect < weights.Length; aspect++)
        {
            score += weights[aspect] * Aspects[at + aspect];
        }

        return score;
    }
}
