namespace Pipeline.Suggestions.Retrieval;

/// <summary>The places with the greatest sums, as many as are kept; of equal sums the lower place.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="least">The sum below which none is.</param>
internal sealed class BestPlaces(int most, double least)
{
    // A heap with the worst on top.
    private readonly List<(int Place, double Sum)> _heap = [];

    /// <summary>A smaller sum is not kept.</summary>
    public double Least { get; private set; } = least;

    /// <summary>What is kept, in no order.</summary>
    public List<(int Place, double Sum)> Places => _heap;

    /// <summary>Keeps a place if it is among the best.</summary>
    public void Add(int place, double sum)
    {
        if (_heap.Count < most)
        {
            _heap.EnsureCapacity(most);
            _heap.Add((place, sum));
            Rise(_heap.Count - 1);
        }
        else if (IsWorse(_heap[0], (place, sum)))
        {
            _heap[0] = (place, sum);
            Sink();
        }

        if (_heap.Count == most)
        {
            Least = _heap[0].Sum;
        }
    }

    private static bool IsWorse((int Place, double Sum) left, (int Place, double Sum) right) =>
        left.Sum != right.Sum ? left.Sum < right.Sum : left.Place > right.Place;

    private void Rise(int at)
    {
        while (at > 0 && (at - 1) / 2 is var above && IsWorse(_heap[at], _heap[above]))
        {
            (_heap[at], _heap[above]) = (_heap[above], _heap[at]);
            at = above;
        }
    }

    private void Sink()
    {
        for (var at = 0; (2 * at) + 1 is var below && below < _heap.Count; at = below)
        {
            if (below + 1 < _heap.Count && IsWorse(_heap[below + 1], _heap[below]))
            {
                below++;
            }

            if (!IsWorse(_heap[below], _heap[at]))
            {
                return;
            }

            (_heap[at], _heap[below]) = (_heap[below], _heap[at]);
        }
    }
}
