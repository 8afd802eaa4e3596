using Pipeline.Suggestions.Candidates.Segments;
using Pipeline.Suggestions.Library;

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

    // A heap from the moment it is drained, the first on top.
    private readonly List<Entry> _entries = [];

    /// <summary>Makes room for so many more.</summary>
    public void Expect(int more) => _entries.EnsureCapacity(_entries.Count + more);

    /// <summary>Adds a candidate.</summary>
    /// <param name="segment">Where it is.</param>
    /// <param name="place">Its place there.</param>
    /// <param name="said">How much the words of the conversation speak for it.</param>
    /// <param name="mostSum">The most that its weights can sum up to.</param>
    public void Add(IndexSegment segment, int place, in SaidWeight said, double mostSum) =>
        _entries.Add(new(segment, place, said, weights.Score(mostSum + Slack), null));

    /// <summary>The candidates that fit, best first.</summary>
    /// <param name="isOpen">Whether a category is still wanted; what is of another is passed over without being compared.</param>
    /// <param name="compare">Compares one; null when it does not fit.</param>
    public IEnumerable<RankedCandidate> Drain(
        Func<PhraseCategory, bool> isOpen, Func<IndexSegment, int, SaidWeight, RankedCandidate?> compare)
    {
        for (var at = (_entries.Count / 2) - 1; at >= 0; at--)
        {
            Sink(at);
        }

        while (_entries.Count > 0)
        {
            var first = _entries[0];
            var isWanted = isOpen(first.Segment.Candidates[first.Place].Category);
            if (isWanted && first.Compared is null && compare(first.Segment, first.Place, first.Said) is { } ranked)
            {
                _entries[0] = first with { Score = ranked.Score, Compared = ranked };
                Sink(0);
                continue;
            }

            _entries[0] = _entries[^1];
            _entries.RemoveAt(_entries.Count - 1);
            Sink(0);
            if (isWanted && first.Compared is { } best)
            {
                yield return best;
            }
        }
    }

    private void Sink(int at)
    {
        for (; (2 * at) + 1 is var below && below < _entries.Count; at = below)
        {
            if (below + 1 < _entries.Count && _entries[below + 1].ComesBefore(_entries[below]))
            {
                below++;
            }

            if (!_entries[below].ComesBefore(_entries[at]))
            {
                return;
            }

            (_entries[at], _entries[below]) = (_entries[below], _entries[at]);
        }
    }

    private readonly record struct Entry(IndexSegment Segment, int Place, SaidWeight Said, double Score, RankedCandidate? Compared)
    {
        /// <summary>Best first; of equals, what is yet to be compared, for it may come before the other.</summary>
        public bool ComesBefore(in Entry other) =>
            Score != other.Score ? Score > other.Score
            : Compared is null || other.Compared is null ? Compared is null && other.Compared is not null
            : Compared.CompareTo(other.Compared) < 0;
    }
}
