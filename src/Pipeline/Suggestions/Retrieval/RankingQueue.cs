namespace Pipeline.Suggestions.Retrieval;

/// <summary>
/// Candidates by the most that each can score. What comes first is compared and put back with the score that it has; what comes first again is
/// the best of all, and the others need not be compared for that.
/// </summary>
/// <param name="weights">What makes scores of sums.</param>
internal sealed class RankingQueue(SituationWeights weights)
{
    /// <summary>More than the sums differ by that were added up in another order.</summary>
    public const double Slack = 1e-6;

    private readonly List<(Likely Likely, Rank Rank)> _likely = [];

    /// <summary>Adds a candidate with the most that its weights can sum up to.</summary>
    public void Add(in Likely likely, double mostSum) => _likely.Add((likely, new(weights.Score(mostSum + Slack), null)));

    /// <summary>The candidates that fit, best first.</summary>
    /// <param name="compare">Compares one; null when it does not fit.</param>
    public IEnumerable<RankedCandidate> Drain(Func<Likely, RankedCandidate?> compare)
    {
        var queue = new PriorityQueue<Likely, Rank>(_likely);
        while (queue.TryDequeue(out var first, out var rank))
        {
            if (rank.Compared is { } best)
            {
                yield return best;
            }
            else if (compare(first) is { } ranked)
            {
                queue.Enqueue(first, new(ranked.Score, ranked));
            }
        }
    }

    /// <summary>Best first; of equals, what is yet to be compared, for it may come before the other.</summary>
    private readonly record struct Rank(double Score, RankedCandidate? Compared) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => other.Score.CompareTo(Score) is var order and not 0 ? order
            : Compared is null ? (other.Compared is null ? 0 : -1)
            : other.Compared is null ? 1
            : Compared.CompareTo(other.Compared);
    }
}
