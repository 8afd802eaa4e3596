using System.Collections.Concurrent;

namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>Lends room of the size of a segment: as many as read at once, and none is made twice.</summary>
internal sealed class SaidPool
{
    private readonly ConcurrentBag<SaidWeights> _free = [];

    /// <summary>Takes room; all its sums are 0.</summary>
    public SaidWeights Take(int size) => _free.TryTake(out var room) ? room : new(size);

    /// <summary>Gives it back.</summary>
    public void Return(SaidWeights room)
    {
        room.Clear();
        _free.Add(room);
    }
}
